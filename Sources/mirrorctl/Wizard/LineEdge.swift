import MirrorCore
import Operations
import TerminalUI
import Texts
import Wizard

/// The wizard's state with its edge, for sessions that draw nothing: what the reducer asks for is done, and waited for.
final class LineEdge {
    private(set) var state: WizardState
    private let sink: EventSink<Event>
    private let runner: EffectRunner
    /// Mirrors are asked, and drafts are kept.
    private let asksMirrors: Bool
    private let keepsDrafts: Bool
    /// Held until all answers about a mirror are there.
    private var heldProbe: Wizard.Timer?
    private var awaitsDraft = false
    private(set) var exitCode: Int32?

    init(_ state: WizardState, drafts: DraftStore, sshConfig: String?, asksMirrors: Bool, keepsDrafts: Bool) throws {
        self.state = state
        self.asksMirrors = asksMirrors
        self.keepsDrafts = keepsDrafts
        do throws(TerminalError) { sink = try EventSink() } catch { throw Console.fail(error.phrase, .ioError) }
        runner = EffectRunner(sink: sink, drafts: drafts, sshConfig: sshConfig)
    }

    func stop() { runner.stop() }

    func begin(_ opened: OpenedDraft) {
        perform(Wizard.start(&state, opened: opened))
        settle()
    }

    /// A transition, and everything that follows from it but for the probe.
    func change<Result>(_ body: (inout WizardState) -> (Result, [Effect])) -> Result {
        let (result, effects) = body(&state)
        perform(effects)
        settle()
        return result
    }

    /// Until the mirrors that are known to be wanted have answered.
    func probe() {
        if let timer = heldProbe {
            heldProbe = nil
            perform(reduce(&state, .timer(timer)))
        }
        wait { $0.isAsking || $0.isWorking }
    }

    var hasProbeToMake: Bool { heldProbe != nil || state.isAsking }

    private func settle() { wait { [unowned self] in $0.isWorking || awaitsDraft } }

    private func wait(while isBusy: (WizardState) -> Bool) {
        while exitCode == nil, isBusy(state) {
            for event in sink.waitForAll() {
                if case .draftOpened = event { awaitsDraft = false }
                perform(reduce(&state, event))
            }
        }
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .wake(let timer, _):
                switch timer {
                // Nothing is drawn.
                case .spin, .spinPush, .spinTrouble, .spinUpgrade: break
                case .probe: heldProbe = asksMirrors ? timer : nil
                // There is no typing to wait out.
                default: perform(reduce(&state, .timer(timer)))
                }
            case .probe, .probeOthers: if asksMirrors { runner.run(effect) }
            case .saveDraft, .keepDraft: if keepsDrafts { runner.run(effect) }
            case .discardDraft: if keepsDrafts { runner.run(effect) }
            case .openDraft:
                guard keepsDrafts else { break }
                awaitsDraft = true
                runner.run(effect)
            case .quit(let code): exitCode = code
            case .runBmctl, .suspend, .redraw, .copy, .useTheme: break
            default: runner.run(effect)
            }
        }
    }

    /// For who leaves before the end.
    func keepDraft() -> Bool {
        guard keepsDrafts, let draft = state.draft else { return false }
        runner.run(.saveDraft(draft))
        return true
    }
}
