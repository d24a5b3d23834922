import MirrorCore
import TerminalUI
import Wizard

/// Connects the loop, the reducer and the edge for one run of the wizard.
struct WizardSession {
    let terminal: NcursesTerminal
    let answers: Answers
    let suggestions: Answers?

    /// - Returns: the process's exit code.
    func run() throws -> Int32 {
        let loop = try EventLoop<Event>(display: terminal, environment: environment)
        let runner = EffectRunner(sink: loop.sink)
        defer { runner.stop() }
        var state = WizardState(size: terminal.size, answers: answers, suggestions: suggestions)
        state.language = texts.language
        var exitCode: Int32 = 0

        func perform(_ effects: [Effect]) -> LoopDecision {
            for effect in effects {
                if case .quit(let code) = effect {
                    exitCode = code
                    return .leave
                }
                runner.run(effect)
            }
            return .stay
        }

        _ = perform(start(&state, savedDraft: DraftStore.load()))
        let end = loop.run { event in
            switch event {
            case .key(let key): perform(reduce(&state, .key(key)))
            case .resized(let size): perform(reduce(&state, .resized(size)))
            case .custom(let event): perform(reduce(&state, event))
            case .interrupted: perform(reduce(&state, .interrupted))
            case .terminated:
                // The session is gone, what was typed is not.
                saveDraft(of: state)
            case .timer, .resumed: .stay
            }
        } screen: {
            view(state, texts)
        }
        if case .terminated(let signal) = end { return 128 + signal }
        return exitCode
    }

    private func saveDraft(of state: WizardState) -> LoopDecision {
        if state.isChanged { DraftStore.save(state.answers) }
        return .leave
    }
}
