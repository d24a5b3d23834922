import ArgumentParser

@main
struct Mirrorctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirrorctl",
        abstract: texts("command.root.abstract"),
        discussion: texts("command.root.discussion"),
        // ADD A SUBCOMMAND HERE.
        subcommands: [
            WizardCommand.self, RenderCommand.self, ProbeCommand.self, DiffCommand.self, ApplyCommand.self,
            WhyCommand.self, ConvertCommand.self, ExplainCommand.self, ThemesCommand.self,
        ],
        defaultSubcommand: WizardCommand.self
    )

    /// Usage errors end with 64 already; what a command throws itself has its own status.
    static func main() {
        ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}
