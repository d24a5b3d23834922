import MirrorCore
import Texts

/// What became of a canary.
package struct CanaryReport: Equatable, Sendable {
    package enum Step: String, CaseIterable, Equatable, Sendable {
        case push, pull, compare, removeFromNode, removeFromMirror
    }

    package enum Outcome: Equatable, Sendable {
        case done
        /// In the other side's words.
        case failed(String)
        case skipped

        package var name: String {
            switch self {
            case .done: "done"
            case .failed: "failed"
            case .skipped: "skipped"
            }
        }
    }

    /// Who pulled; kubelet does when a pod has the image.
    package enum Puller: String, CaseIterable, Equatable, Sendable { case crictl, socket, ctr, kubelet }

    package let image: CanaryImage
    package let mirror: MirrorEndpoint
    /// `nil` for this machine.
    package let node: String?
    package var puller: Puller?
    package var outcomes: [Step: Outcome] = [:]
    /// The digest by which the node knows what it pulled.
    package var pulledDigest: String?
    package var isInterrupted = false

    package init(image: CanaryImage, mirror: MirrorEndpoint, node: String?) {
        self.image = image
        self.mirror = mirror
        self.node = node
    }

    /// The node holds what was pushed to the mirror a moment ago, under a name that nobody else can have.
    package var isProven: Bool { outcomes[.compare] == .done }

    /// CRI names an image by its configuration, ctr by its manifest.
    package func matches(_ digest: String) -> Bool { [image.config.digest, image.manifest.digest].contains(digest) }

    package var verdict: Phrase {
        let values = [
            "image": image.reference, "mirror": mirror.url, "node": node ?? "", "registryHost": image.registryHost,
        ]
        if isInterrupted, !isProven { return Phrase("canary.verdict.interrupted", values) }
        if isProven { return Phrase(puller == .ctr ? "canary.verdict.provenByCtr" : "canary.verdict.proven", values) }
        if case .failed = outcomes[.push] { return Phrase("canary.verdict.notPushed", values) }
        return Phrase(puller == .ctr ? "canary.verdict.notPulledByCtr" : "canary.verdict.notPulled", values)
    }

    package var findings: [Finding] {
        var found: [Finding] = []
        let values = [
            "image": image.reference, "mirror": mirror.url, "host": mirror.hostAndPort,
            "registryHost": image.registryHost, "repository": "\(mirror.pushTarget)/\(image.repository)",
        ]
        func add(_ code: String, _ severity: Finding.Severity, _ step: Step) {
            guard case .failed(let text) = outcomes[step] else { return }
            found.append(Finding(code: code, severity: severity, evidence: [text], arguments: values))
        }
        // What was interrupted is no fault of either side.
        if !isInterrupted {
            add("MIR0871", .error, .push)
            add("MIR0872", .error, .pull)
        }
        add("MIR0873", .error, .compare)
        add("MIR0874", .warning, .removeFromNode)
        add("MIR0875", .warning, .removeFromMirror)
        return found
    }

    package static let codes: [FindingCode] = [
        FindingCode(code: "MIR0871", severity: .error), FindingCode(code: "MIR0872", severity: .error),
        FindingCode(code: "MIR0873", severity: .error), FindingCode(code: "MIR0874", severity: .warning),
        FindingCode(code: "MIR0875", severity: .warning),
    ]
}
