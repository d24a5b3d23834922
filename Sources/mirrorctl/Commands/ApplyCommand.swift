import ArgumentParser
import MirrorCore
import MirrorSystem

struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: texts("command.apply.abstract")
    )

    @OptionGroup var edit: EditOptions

    @Flag(help: help("apply.yes"))
    var yes = false

    @Flag(help: help("apply.withoutEffect"))
    var withoutEffect = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let planned = try edit.planned()
        guard planned.change.kind != .unchanged else {
            if output.isJSON { return try output.print(ChangeJSON(planned)) }
            return Console.out(texts("command.unchanged", ["path": planned.change.path]))
        }
        if !output.isJSON {
            planned.explain()
            Console.write(DiffText(change: planned.change, hasColor: Console.hasColor).text, to: 1)
        }
        if !withoutEffect, planned.concerns.contains(where: { $0.severity == .refusal }) {
            throw Console.fail(Phrase("command.refused"), .dataError)
        }
        guard try yes || Console.confirm(texts("command.askWrite", ["path": planned.change.path])) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        let backup = try Files.write(planned)
        if output.isJSON { return try output.print(ChangeJSON(planned, backup: backup)) }
        Console.out(texts("write.done", ["path": planned.change.path]))
        if let backup { Console.out(texts("write.backup", ["path": backup])) }
        Console.out(texts("write.next"))
        for command in planned.nextCommands { Console.out("  \(command)") }
    }
}
