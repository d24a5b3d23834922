import ArgumentParser
import MirrorCore
import MirrorSystem

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: texts("command.diff.abstract"),
        discussion: texts("command.diff.discussion")
    )

    @OptionGroup var edit: EditOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let planned = try edit.planned()
        if output.isJSON {
            try output.print(ChangeJSON(planned))
        } else {
            planned.explain()
            Console.write(DiffText(change: planned.change, hasColor: Console.hasColor).text, to: 1)
        }
        if planned.change.kind != .unchanged { throw ExitStatus.changes.exit }
    }
}
