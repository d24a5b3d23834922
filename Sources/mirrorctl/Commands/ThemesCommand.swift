import ArgumentParser
import Wizard

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: texts("command.themes.abstract"),
        discussion: discussion(
            examples: "themes",
            "themes --output json"
        )
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        let names = ThemeLibrary(own: SettingsFile.themes).names
        if output.isJSON { return try output.print(ThemesJSON(themes: names)) }
        names.forEach(Console.out)
    }
}

/// `themes --output json`
struct ThemesJSON: Encodable {
    let themes: [String]
}
