import ArgumentParser
import MirrorCore

@main
struct Mirrorctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirrorctl",
        abstract: texts("command.root.abstract"),
        discussion: texts("command.root.discussion"),
        // ADD A SUBCOMMAND HERE.
        subcommands: [
            WizardCommand.self, RenderCommand.self, ProbeCommand.self, DiffCommand.self, ApplyCommand.self,
            AdoptCommand.self, RepairCommand.self, WhyCommand.self, ConvertCommand.self, ExplainCommand.self,
            ThemesCommand.self, PushCommand.self, NodeCommand.self, CanaryCommand.self,
            ReleasesCommand.self,
        ],
        defaultSubcommand: WizardCommand.self
    )

    /// Usage errors end with 64 already; what a command throws itself has its own status.
    static func main() {
        ignoreWriteSignals()
        do {
            if let unknown = languageChoice.unknown {
                let known = Catalogue.all.map(\.language).joined(separator: ", ")
                throw Console.fail(Phrase("command.unknownLanguage", ["name": unknown, "names": known]), .usage)
            }
            var command = try parseAsRoot(Array(languageChoice.words.dropFirst()))
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}
