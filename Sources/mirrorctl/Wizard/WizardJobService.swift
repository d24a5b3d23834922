import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import Texts
import Threads
import Wizard

/// Does the wizard's jobs with what the subcommands do them with.
final class WizardJobService: Sendable {
    private let running = OnlyOne()
    private let bmctl = Mutex<BmctlRun?>(nil)

    /// What was found ready last.
    var readyBmctl: BmctlRun? { bmctl.withLock { $0 } }

    func cancel() { running.cancel() }

    /// Blocks for as long as kubectl, bmctl or the mirrors take; the files are held only while they are read or written.
    func run(_ job: WizardJob, in workspace: borrowing Mutex<Workspace>) -> WizardJobOutcome {
        do throws(Refusal) {
            switch job {
            case .plan(let edit): return try plan(workspace.withLock { $0.planned(edit: edit) })
            case .findUndo(let path):
                let found = workspace.withLock { workspace in
                    Result { () throws(Refusal) in try workspace.findUndo(path) }
                }
                return .undoFound(try found.get())
            case .undo(let path, let breaksHardLink):
                return workspace.withLock { $0.undo(path, breaksHardLink: breaksHardLink) }
            case .checkBmctl(let path, let operation, let kubeconfig):
                let files = workspace.withLock { $0 }
                let run = try files.bmctl(path, operation, kubeconfig: kubeconfig)
                bmctl.withLock { $0 = run }
                return .bmctlReady(run.command, warning: run.warning)
            case .compareLive(let edit, let source):
                return try compare(workspace.withLock { $0.planned(edit: edit) }, source)
            }
        } catch {
            return .failed(error.problem, fix: error.fix)
        }
    }

    private func plan(_ planned: PlannedChange?) throws(Refusal) -> WizardJobOutcome {
        guard let planned, let plan = try? PlanMaker.make(planned) else {
            throw Refusal(Phrase("write.outdated"), .stale)
        }
        return .planned(path: try PlanFile.write(plan, beside: planned.file.snapshot.path))
    }

    private func compare(_ planned: PlannedChange?, _ source: LiveSource) throws(Refusal) -> WizardJobOutcome {
        guard let planned else { throw Refusal(Phrase("write.outdated"), .stale) }
        let cancellation = running.begin()
        let diff: LiveDiff
        switch source {
        case .kubectl(let kubeconfig):
            diff = try LiveDiff(planned, saved: nil, kubeconfig: kubeconfig, cancellation: cancellation)
        case .saved(let path):
            let bytes: [UInt8]
            do throws(FileError) {
                bytes = try FileSnapshot(reading: path).bytes
            } catch {
                throw Refusal(reading: error)
            }
            diff = try LiveDiff(planned, saved: bytes, kubeconfig: "")
        }
        let preview = ChangePreview(diff.change, concerns: diff.concerns, consequence: diff.consequence)
        return .compared(LiveView(change: preview, isSame: diff.isSame))
    }
}
