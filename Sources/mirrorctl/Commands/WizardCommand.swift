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
        abstract: texts("command.wizard.abstract")
    )

    @Option(help: help("wizard.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("wizard.answers", "file"))
    var answers: String?

    @Option(help: help("wizard.theme"))
    var theme: String?

    @Flag(help: help("wizard.plain"))
    var plain = false

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
        guard [push, troubleshoot, upgrade].count(where: { $0 }) <= 1 else {
            throw ValidationError(texts("command.wizard.invalid"))
        }
    }

    func run() throws {
        let themes = ThemeLibrary(own: SettingsFile.themes)
        let chosen = try chosenTheme(themes)
        var first = Answers()
        first.clusterConfigPath = clusterConfig ?? ""
        first.push.source = package ?? ""
        let suggestions = try answers.map(AnswersFile.read)
        let terminal = try openTerminal(chosen)
        defer { terminal.close() }
        let drafts = DraftStore()
        let (end, bmctl) = try WizardSession(
            terminal: terminal,
            answers: first,
            suggestions: suggestions,
            sshConfig: sshConfig,
            drafts: drafts,
            themes: themes,
            track: troubleshoot ? .trouble : push ? .push : upgrade ? .upgrade : nil
        ).run()
        terminal.close()
        if let trouble = drafts.trouble {
            let why = Phrase("wizard.draftNotKept", ["problem": texts(trouble.problem)])
            _ = Refusal(why, fix: trouble.fix, .ioError).said
        }
        if let bmctl {
            let status = try bmctl.run(isJSON: false)
            if status != 0 { throw ExitCode(status) }
        }
        if end != 0 { throw ExitCode(end) }
    }

    private func chosenTheme(_ themes: ThemeLibrary) throws -> Theme {
        let name = Themes.chosenName(
            asked: theme ?? (plain ? Themes.monochromeName : nil) ?? environment[SettingName.theme.variable],
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
