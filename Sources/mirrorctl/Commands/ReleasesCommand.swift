import ArgumentParser
import MirrorCore

struct ReleasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: texts("command.releases.abstract"),
        discussion: discussion(
            examples: "releases",
            "releases --output json"
        )
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        let table = ReleaseTable.current
        if output.isJSON { return try output.print(ReleasesJSON(table)) }
        ReleasesText(table: table).lines.forEach(Console.out)
    }
}
