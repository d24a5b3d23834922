import ArgumentParser
import Wizard

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: texts("command.themes.abstract")
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        if output.isJSON { return try output.print(["themes": Themes.names]) }
        Themes.names.forEach(Console.out)
    }
}
