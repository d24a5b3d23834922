import ArgumentParser
import Wizard

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: texts("command.themes.abstract")
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        let names = ThemeLibrary(own: SettingsFile.themes).names
        if output.isJSON { return try output.print(["themes": names]) }
        names.forEach(Console.out)
    }
}
