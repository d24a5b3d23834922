import ArgumentParser
import FoundationEssentials
import MirrorCore
import MirrorSystem
import Operations
import TerminalUI
import Texts
import Wizard

struct WizardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wizard",
        abstract: texts("command.wizard.abstract"),
        discussion: discussion(
            examples: "wizard --cluster-config admin1.yaml",
            "wizard --push bmpackages.tar.xz"
        )
    )

    @Option(help: help("wizard.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("wizard.answers", "file"))
    var answers: String?

    @Option(help: help("wizard.offer", "file"))
    var offer: String?

    @Option(help: help("wizard.theme"))
    var theme: String?

    @Flag(help: help("wizard.plain"))
    var plain = false

    @Flag(help: help("wizard.yes"))
    var yes = false

    @Flag(help: help("wizard.troubleshoot"))
    var troubleshoot = false

    @Flag(help: help("wizard.push"))
    var push = false

    @Flag(help: help("wizard.upgrade"))
    var upgrade = false

    @Option(help: help("node.sshConfig", "file"))
    var sshConfig: String?

    @Argument(help: help("wizard.package", "package"))
    var package: String?

    func validate() throws {
        if let package, !push {
            throw ValidationError(texts(Phrase("command.wizard.unexpected", ["word": package])))
        }
        guard offer == nil || answers == nil else { throw ValidationError(texts("command.wizard.invalidOffer")) }
        guard [push, troubleshoot, upgrade].count(where: { $0 }) <= 1 else {
            throw ValidationError(texts("command.wizard.invalid"))
        }
    }

    private var isPlain: Bool {
        plain || environment["TERM"] == "dumb" || environment["ACCESSIBLE"] == "1"
    }

    func run() throws {
        let given = try answers.map(AnswersFile.read)
        let offered = try offer.map(AnswersFile.read)
        var first = given?.answers ?? Answers()
        if let clusterConfig { first.clusterConfigPath = clusterConfig }
        if let package { first.push.source = package }
        let isReplay = given != nil && !plain && !LineInput.isTerminal
        if isReplay || isPlain, let command = push ? "push images" : troubleshoot ? "why" : upgrade ? "ready" : nil {
            throw Console.fail(Phrase("lines.only", ["command": "mirrorctl \(command)"]), .usage)
        }
        if isReplay, let given { return try replay(given, first) }
        if isPlain { return try askInLines(given, first) }
        let themes = ThemeLibrary(own: SettingsFile.themes)
        let chosen = try chosenTheme(themes)
        let terminal = try openTerminal(chosen)
        defer { terminal.close() }
        let drafts = DraftStore()
        let (end, bmctl, said) = try WizardSession(
            terminal: terminal,
            answers: first,
            keepsList: given?.hasMirrors == true,
            offered: (offered ?? given)?.answers,
            sshConfig: sshConfig,
            drafts: drafts,
            themes: themes,
            track: troubleshoot ? .trouble : push ? .push : upgrade ? .upgrade : nil
        ).run()
        terminal.close()
        for line in said { Console.out(line) }
        say(trouble: drafts)
        if let bmctl {
            let status = try bmctl.run(isJSON: false)
            if status != 0 { throw ExitCode(status) }
        }
        if end != 0 { throw ExitCode(end) }
    }

    private func say(trouble drafts: DraftStore) {
        guard let trouble = drafts.trouble else { return }
        let why = Phrase("wizard.draftNotKept", ["problem": texts(trouble.problem)])
        _ = Refusal(why, fix: trouble.fix, .ioError).said
    }

    private func state(_ given: AnswersFile?, _ first: Answers) -> WizardState {
        var state = WizardState(size: Size(columns: 80, rows: 24), answers: first, suggestions: given?.answers)
        state.language = texts.language
        state.mirrors.keepsList = given?.hasMirrors == true
        return state
    }

    /// Nobody can be asked.
    private func replay(_ given: AnswersFile, _ first: Answers) throws {
        let drafts = DraftStore()
        let edge = try LineEdge(
            state(given, first),
            drafts: drafts,
            sshConfig: sshConfig,
            asksMirrors: false,
            keepsDrafts: false
        )
        defer { edge.stop() }
        try AnswersReplay(edge: edge, given: given, isConfirmed: yes).run()
    }

    private func askInLines(_ given: AnswersFile?, _ first: Answers) throws {
        let drafts = DraftStore()
        // A draft would ask what whoever filled the pipe could not know of.
        let edge = try LineEdge(
            state(given, first),
            drafts: drafts,
            sshConfig: sshConfig,
            asksMirrors: true,
            keepsDrafts: LineInput.isTerminal
        )
        defer {
            edge.stop()
            say(trouble: drafts)
        }
        var session = LineSession(edge)
        try session.run(LineInput.isTerminal ? drafts.open(first.clusterConfigPath) : OpenedDraft())
    }

    private func chosenTheme(_ themes: ThemeLibrary) throws -> Theme {
        let name = Themes.chosenName(
            asked: theme ?? environment[SettingName.theme.variable],
            environment: environment,
            setting: SettingsFile.settings[.theme]
        )
        do throws(ThemeError) {
            return try themes.named(name)
        } catch .unknownTheme {
            let names = themes.names.joined(separator: ", ")
            throw Console.fail(Phrase("command.unknownTheme", ["name": name, "names": names]), .usage)
        } catch {
            let place = error.line.map { "\(name).toml:\($0)" } ?? "\(name).toml"
            Console.error("mirrorctl: \(printable(place)): \(texts(error.phrase))")
            throw ExitStatus.dataError.exit
        }
    }

    private func openTerminal(_ theme: Theme) throws -> NcursesTerminal {
        do {
            return try NcursesTerminal(
                term: environment["TERM"],
                theme: theme,
                monochrome: try Themes.named(Themes.monochromeName),
                mouse: SettingsFile.settings[.mouse] == "on"
            )
        } catch let error as TerminalError {
            throw Console.fail(error.phrase, .usage)
        }
    }
}

extension TerminalError {
    var phrase: Phrase {
        switch self {
        case .noTerminal: Phrase("command.noTerminal")
        case .unusableTerminal(let name): Phrase("command.unusableTerminal", ["name": name])
        case .system(let operation, let errno):
            Phrase("command.system", ["operation": operation, "reason": reason(errno)])
        }
    }
}
