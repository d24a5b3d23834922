import MirrorCore
import Texts

/// Taking the admin cluster's mirrors over into a user cluster's file.
package struct AdoptState: Equatable, Sendable {
    package enum Source: Int, Equatable, Sendable, CaseIterable {
        /// The mirrors are typed, or stand in the file.
        case none, kubectl, saved
    }

    package enum Progress: Equatable, Sendable {
        case idle
        case running(RequestID)
        case failed(Phrase, fix: Phrase)
        /// The list as it was taken over, and what is to be known of it.
        case done([MirrorDraft], [EditConcern])
    }

    package var source = Source.none
    /// The admin cluster's name and, where it is not the usual one, `NAMESPACE/NAME`.
    package var cluster = ""
    package var kubeconfig = ""
    /// What kubectl printed, saved.
    package var savedPath = ""
    package var progress = Progress.idle
    /// The request that was made last, answered or not.
    package var asked: AdoptRequest?

    package init() {}

    /// `nil` while something is missing.
    package var request: AdoptRequest? {
        switch source {
        case .none: return nil
        case .kubectl:
            guard !cluster.isEmpty, !kubeconfig.isEmpty else { return nil }
            let parts = cluster.split(separator: "/", maxSplits: 1).map(String.init)
            guard let name = parts.last else { return nil }
            return .kubectl(name: name, namespace: parts.count == 2 ? parts[0] : nil, kubeconfig: kubeconfig)
        case .saved: return savedPath.isEmpty ? nil : .saved(path: savedPath)
        }
    }
}

/// Where the admin cluster's mirrors are to be read.
package enum AdoptRequest: Equatable, Sendable {
    case kubectl(name: String, namespace: String?, kubeconfig: String)
    case saved(path: String)
}

package enum AdoptOutcome: Equatable, Sendable {
    case adopted([MirrorDraft], [EditConcern])
    case failed(Phrase, fix: Phrase)
}

extension WizardState {
    /// The admin cluster's mirrors are of use to a user cluster that exists.
    package var canAdopt: Bool {
        clusterConfig?.cluster?.type == .user && answers.operation == .update && place == .spec
    }

    /// What is to be known of mirrors that were taken over, as long as they are the list.
    package var adoptConcerns: [EditConcern] {
        guard case .done(let drafts, let concerns) = mirrors.adopt.progress, drafts == answers.mirrors else {
            return []
        }
        return concerns
    }

    mutating func startAdopting() -> [Effect] {
        guard let wanted = mirrors.adopt.request else { return [] }
        let request = nextRequest()
        mirrors.adopt.asked = wanted
        mirrors.adopt.progress = .running(request)
        return [.adopt(request, wanted)]
    }

    mutating func adopted(_ request: RequestID, _ outcome: AdoptOutcome) {
        guard mirrors.adopt.progress == .running(request) else { return }
        switch outcome {
        case .failed(let phrase, let fix): mirrors.adopt.progress = .failed(phrase, fix: fix)
        case .adopted(let drafts, let concerns):
            mirrors.adopt.progress = .done(drafts, concerns)
            answers.mirrors = drafts
            mirrorIndex = 0
        }
    }
}
