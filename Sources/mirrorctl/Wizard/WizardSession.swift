import FoundationEssentials
import MirrorCore
import Operations
import TerminalUI
import Texts
import Wizard

/// Connects the loop, the reducer and the edge for one run of the wizard.
struct WizardSession {
    let terminal: NcursesTerminal
    let answers: Answers
    /// They hold the mirrors, whatever the file says.
    let keepsList: Bool
    /// What an empty field offers.
    let offered: Answers?
    /// For OpenSSH, instead of the operator's own.
    let sshConfig: String?
    let drafts: DraftStore
    let themes: ThemeLibrary
    /// The track to begin with; `nil` for the mirrors of a file, or Home.
    let track: TrackID?

    /// - Returns: the process's exit code, what is to be run once the terminal is the operator's again, and what it keeps of
    ///   the session.
    func run() throws -> (exitCode: Int32, bmctl: BmctlRun?, said: [String]) {
        let loop = try EventLoop<Event>(display: terminal, environment: environment)
        let runner = EffectRunner(sink: loop.sink, drafts: drafts, sshConfig: sshConfig)
        defer { runner.stop() }
        var state = WizardState(size: terminal.size, answers: answers, suggestions: offered)
        state.trouble.sshConfig = sshConfig
        state.mirrors.keepsList = keepsList
        state.language = texts.language
        state.keymap = SettingsFile.settings.keymap
        state.settingsPath = SettingsFile.path ?? ""
        state.usesMouse = SettingsFile.settings[.mouse] == "on"
        state.hasPager = LentTerminal.pager != nil
        // Without colours there is nothing to choose.
        if terminal.hasColors { state.themes = ThemeChoice(names: themes.usable, current: terminal.theme.name) }
        var exitCode: Int32 = 0
        var bmctl: BmctlRun?
        // Begun after the key is on the screen: the threads they wake would compete with drawing it.
        var waiting: [Effect] = []

        func perform(_ effects: [Effect]) -> LoopDecision {
            var decision = LoopDecision.stay
            for effect in effects {
                if effect == .suspend {
                    decision = .suspend
                    continue
                }
                if effect == .redraw {
                    decision = .redraw
                    continue
                }
                if case .useMouse(let uses) = effect {
                    terminal.useMouse(uses)
                    continue
                }
                if case .page(let text) = effect {
                    terminal.lend { LentTerminal.page(text) }
                    decision = .redraw
                    continue
                }
                if case .openEditor(let path) = effect {
                    var problem: Phrase?
                    terminal.lend { problem = LentTerminal.edit(path) }
                    _ = perform(reduce(&state, .editorClosed(problem)))
                    decision = .redraw
                    continue
                }
                if case .copy(let text) = effect {
                    terminal.copy(base64: Data(text.utf8).base64EncodedString())
                    continue
                }
                if case .useTheme(let name) = effect {
                    if let theme = try? themes.named(name) { terminal.use(theme) }
                    decision = .redraw
                    continue
                }
                if case .quit(let code) = effect {
                    exitCode = code
                    return .leave
                }
                if case .runBmctl = effect {
                    bmctl = runner.readyBmctl
                    return .leave
                }
                waiting.append(effect)
            }
            return decision
        }
        func runWaiting() {
            waiting.forEach(runner.run)
            waiting = []
        }

        let isAtHome = answers.clusterConfigPath.isEmpty && track == nil && offered == nil
        var opened = drafts.open(answers.clusterConfigPath)
        if isAtHome {
            // There it stands on the page, with its time, beside those of files.
            state.home.unfinished = drafts.unfinished()
            opened.draft = nil
        }
        _ = perform(start(&state, opened: opened, atHome: isAtHome))
        // After it: a file that is opened begins at Mirrors.
        if let track { state.turn(to: track) }
        let end = loop.run { event in
            switch event {
            case .key(let key): perform(reduce(&state, .key(key)))
            case .resized(let size): perform(reduce(&state, .resized(size)))
            case .custom(let event): perform(reduce(&state, event))
            case .interrupted: perform(reduce(&state, .interrupted))
            case .terminated:
                // The session is gone, what was typed is not.
                state.draft.map { perform([.saveDraft($0)]) } ?? .leave
            case .timer, .resumed: .stay
            }
        } screen: {
            view(state, texts)
        } afterDraw: {
            runWaiting()
        }
        runWaiting()
        if case .terminated(let signal) = end { return (128 + signal, nil, []) }
        return (exitCode, bmctl, LeavingText(state, texts, runsBmctl: bmctl != nil).lines)
    }
}
