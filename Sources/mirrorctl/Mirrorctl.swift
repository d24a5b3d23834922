import ArgumentParser
import Diagnosis
import Glibc
import MirrorSystem
import Operations
import Secrets
import Texts

@main
struct Mirrorctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirrorctl",
        abstract: texts("command.root.abstract"),
        discussion: discussion(
            texts("command.root.discussion"),
            examples: "doctor",
            "probe https://10.0.0.5:5000 --ca-cert ca.crt \\\n      --docker-config config.json"
        ),
        version: ProgramVersion.line,
        // ADD A SUBCOMMAND HERE.
        subcommands: [
            WizardCommand.self, RenderCommand.self, ProbeCommand.self, DiffCommand.self, ApplyCommand.self,
            AdoptCommand.self, RepairCommand.self, WhyCommand.self, ConvertCommand.self, ExplainCommand.self,
            ThemesCommand.self, PushCommand.self, NodeCommand.self, CanaryCommand.self,
            ReleasesCommand.self, AuditCommand.self, ReadyCommand.self, VersionCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: WizardCommand.self
    )

    /// Usage errors end with 64 already; what a command throws itself has its own status.
    static func main() {
        StandardOutput.takeClosedPlaces()
        ignoreWriteSignals()
        noteGivenLogins()
        NeededLibraries.whenMissing { error in
            let words = error.map { String(cString: $0) } ?? ""
            Console.error(texts("command.missingLibrary", ["error": printable(words)]))
            Glibc.exit(ExitStatus.unavailable.rawValue)
        }
        do {
            if let unknown = languageChoice.unknown {
                let known = Catalogue.languages.joined(separator: ", ")
                throw Console.fail(Phrase("command.unknownLanguage", ["name": unknown, "names": known]), .usage)
            }
            try SettingsFile.check()
            SettingsFile.applyProxies()
            var command = try parsed(Array(languageChoice.words.dropFirst()))
            try command.run()
            end(with: ExitStatus.done.exit)
        } catch {
            end(with: error)
        }
    }

    /// A command or an option that does not exist is named with the one that was meant.
    private static func parsed(_ words: [String]) throws -> any ParsableCommand {
        do {
            return try parseAsRoot(words)
        } catch {
            guard exitCode(for: error) != .success, let unknown = UnknownWord(in: words) else { throw error }
            throw Console.fail(unknown.problem, fix: unknown.fix, .usage)
        }
    }

    /// A word that was typed comes back in many a message: what looks like a login in it is no part of that.
    private static func noteGivenLogins() {
        let given =
            CommandLine.arguments.dropFirst() + environment.filter { $0.key.lowercased().hasSuffix("proxy") }.values
        for word in given where word.utf8.contains(0x40) {
            // A blank in a password does not end it here.
            for text in [word, String(word.filter { !$0.isWhitespace && !"\"'`<>".contains($0) })] {
                for login in SecretScan.logins(in: text) { SaidBack.note(login) }
            }
            if let start = word.firstRange(of: "://")?.upperBound, let end = word.lastIndex(of: "@"), start < end {
                SaidBack.note(Secret(String(word[start..<end])))
            }
        }
    }

    /// Help goes to standard output, and what was typed wrong to standard error, as ArgumentParser has it: it repeats words
    /// of the command line.
    private static func end(with error: any Error) -> Never {
        var status = exitCode(for: error).rawValue
        let message = fullMessage(for: error)
        if !message.isEmpty { status == 0 ? Console.out(message) : Console.error(message) }
        if let lost = StandardOutput.lostSentence {
            Console.error(lost)
            status = ExitStatus.ioError.rawValue
        }
        Glibc.exit(status)
    }
}
