import MirrorCore
import Texts

/// What an operator can have done beside the edit itself, once it is on the screen or written.
package enum WizardJob: Equatable, Sendable {
    /// Keeps the change of this edit for later, with the digests of what it was made from.
    case plan(edit: RequestID)
    /// Looks for the backup that an undo would put back.
    case findUndo(path: String)
    /// Puts back the one that was found.
    case undo(path: String, breaksHardLink: Bool)
    /// Whether bmctl can be run on the file as it stands; an empty kubeconfig is the cluster's own.
    case checkBmctl(path: String, ClusterOperation, kubeconfig: String)
    /// The mirrors of this edit beside those of the running cluster.
    case compareLive(edit: RequestID, LiveSource)
}

package enum WizardJobOutcome: Equatable, Sendable {
    case planned(path: String)
    case undoFound(ChangePreview)
    /// `kept` holds what was undone.
    case undone(path: String, kept: String?)
    /// The command that would be run, and what has to be known of it.
    case bmctlReady(ShellCommand, warning: Phrase?)
    case compared(LiveView)
    case failed(Phrase, fix: Phrase?)
    /// The file has other names that would keep the old text; nothing is written until the operator agrees.
    case hardLinked(names: Int)
}

/// What the running cluster has, beside what the file gives it.
package struct LiveView: Equatable, Sendable {
    package var change: ChangePreview
    package var isSame: Bool

    package init(change: ChangePreview, isSame: Bool) {
        self.change = change
        self.isSame = isSame
    }
}

/// Jobs of a session: one at a time, and what came of the last.
package struct WizardJobState: Equatable, Sendable {
    package enum Result: Equatable, Sendable {
        case done(Phrase)
        case failed(Phrase, fix: Phrase?)
    }

    package struct Running: Equatable, Sendable {
        package let request: RequestID
        package let job: WizardJob
    }

    /// Of the managing cluster; for bmctl and for the comparison.
    package var kubeconfig = ""
    /// A file with what kubectl printed.
    package var savedPath = ""
    package var running: Running?
    package var result: Result?
    package var live: LiveView?
    /// What `live` was asked of, or would be if it had been found.
    package var compared: LiveSource?

    package init() {}

    /// `nil` while neither is named.
    package var liveSource: LiveSource? {
        if !savedPath.isEmpty { return .saved(path: savedPath) }
        return kubeconfig.isEmpty ? nil : .kubectl(kubeconfig: kubeconfig)
    }
}

extension WizardState {
    mutating func start(_ job: WizardJob) -> [Effect] {
        let request = nextRequest()
        mirrors.jobs.running = WizardJobState.Running(request: request, job: job)
        mirrors.jobs.result = nil
        return [.job(request, job)]
    }

    /// Escape: nobody waits any longer for the outcome, but for that of a file that is being written.
    mutating func cancelJob() -> [Effect]? {
        guard let running = mirrors.jobs.running else { return nil }
        if case .undo = running.job { return [] }
        mirrors.jobs.running = nil
        return [.cancelJob]
    }

    var canCompare: Bool { mirrors.jobs.liveSource != nil && mirrors.change.request != nil && mirrors.change.isCurrent }

    mutating func startComparing() -> [Effect] {
        guard let source = mirrors.jobs.liveSource, let edit = mirrors.change.request, mirrors.change.isCurrent else {
            return []
        }
        mirrors.jobs.live = nil
        mirrors.jobs.compared = source
        return start(.compareLive(edit: edit, source))
    }

    /// The operator agrees that other names of the file keep the old text; it is written under the one that was opened.
    mutating func goOnBreaking(_ write: LinkedWrite) -> [Effect] {
        overlay = nil
        switch write {
        case .change: return WriteStep().startWriting(&self, breaksHardLink: true)
        case .repair: return startRepair(breaksHardLink: true)
        case .job(let job): return start(job)
        }
    }

    mutating func jobEnded(_ request: RequestID, _ outcome: WizardJobOutcome) -> [Effect] {
        guard let running = mirrors.jobs.running, running.request == request else { return [] }
        mirrors.jobs.running = nil
        switch outcome {
        case .failed(let phrase, let fix):
            mirrors.jobs.result = .failed(phrase, fix: fix)
            if case .checkBmctl = running.job { goToKubeconfig(wantedBy: phrase) }
        case .planned(let path):
            let command = ShellCommand(["mirrorctl", "apply", ShellCommand.path(path)]).description
            mirrors.jobs.result = .done(Phrase("job.planned", ["path": path, "command": command]))
        case .undoFound(let preview):
            self.preview.scroll = 0
            ask(UndoQuestion(preview: preview))
        case .hardLinked(let names): ask(HardLinkQuestion(names: names, write: .job(running.job.breakingHardLink)))
        case .bmctlReady(let command, let warning): ask(BmctlQuestion(command: command, warning: warning))
        case .compared(let view):
            mirrors.jobs.live = view
            // From the path that was typed to the keys of the view.
            focus = 0
            mirrors.diffView.reset()
        case .undone(let path, let kept):
            mirrors.jobs.result = .done(Phrase("job.undone", ["path": path, "kept": kept ?? "-"]))
            mirrors.writing = .idle
            if let last = mirrors.written.lastIndex(where: { $0.path == path }) { mirrors.written.remove(at: last) }
            let request = nextRequest()
            mirrors.cluster = .reading(request)
            return [.readClusterConfig(request, path: answers.clusterConfigPath)]
        }
        return []
    }
}

extension WizardState {
    /// bmctl lacks a kubeconfig, or cannot use this one: the field that takes it is next.
    private mutating func goToKubeconfig(wantedBy problem: Phrase) {
        guard
            ["bmctl.noKubeconfig", "bmctl.noAdminKubeconfig", "bmctl.ownKubeconfig"].contains(problem.key)
                || problem.key == "file.notFound" && problem.arguments["path"] == mirrors.jobs.kubeconfig,
            let index = currentStep.fields(self).firstIndex(where: { $0.id == .bmctlKubeconfig })
        else { return }
        focus(index)
        mirrors.jobs.result = .failed(problem, fix: Phrase("job.typeKubeconfig"))
    }
}

extension WizardJob {
    /// The same job, agreed to leave the old text to other names of the file.
    fileprivate var breakingHardLink: WizardJob {
        if case .undo(let path, _) = self { .undo(path: path, breaksHardLink: true) } else { self }
    }
}

/// A write that waits for the operator to agree that other names of the file keep the old text.
package enum LinkedWrite: Equatable, Sendable {
    case change, repair
    case job(WizardJob)
}
