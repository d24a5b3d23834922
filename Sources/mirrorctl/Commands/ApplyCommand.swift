import ArgumentParser
import MirrorCore
import MirrorSystem

struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: texts("command.apply.abstract")
    )

    @Argument(help: help("apply.plan", "plan"))
    var plan: String?

    @Option(help: help("apply.undo", "file"))
    var undo: String?

    @OptionGroup var edit: EditOptions

    @Flag(help: help("apply.yes"))
    var yes = false

    @Flag(help: help("apply.withoutEffect"))
    var withoutEffect = false

    @Flag(help: help("apply.runBmctl"))
    var runBmctl = false

    @Option(help: help("apply.kubeconfig", "file"))
    var kubeconfig: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        let ways = [plan != nil, undo != nil, !edit.isEmpty].filter { $0 }.count
        guard ways == 1 || ways == 0 && !edit.isEmpty else {
            throw ValidationError(texts(ways == 0 ? "command.edit.invalid" : "command.apply.invalid"))
        }
        if !edit.isEmpty { try edit.check() }
    }

    func run() throws {
        if let undo { return try run(undo: try UndoRun(undo)) }
        let planned = try plan.map(PlanFile.planned) ?? edit.planned()
        let isUnchanged = planned.change.kind == .unchanged
        if !output.isJSON {
            if isUnchanged {
                Console.out(texts("command.unchanged", ["path": planned.change.path]))
            } else {
                planned.explain()
                planned.show()
            }
        }
        if isUnchanged, !runBmctl {
            if output.isJSON { try output.print(ChangeJSON(planned)) }
            return
        }
        if !isUnchanged, !withoutEffect, planned.isRefused {
            throw Console.fail(Phrase("command.refused"), .dataError)
        }
        let bmctl = runBmctl ? try BmctlRun(for: planned, kubeconfig: kubeconfig) : nil
        guard try isUnchanged || confirmed("command.askWrite", ["path": planned.change.path]) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        let backup = isUnchanged ? nil : try Files.write(planned)
        if !output.isJSON, !isUnchanged {
            Console.out(texts("write.done", ["path": planned.change.path]))
            if let backup { Console.out(texts("write.backup", ["path": backup])) }
        }
        try finish(planned, bmctl, backup)
    }

    /// The commands to run next, or bmctl itself; then its exit status is ours.
    private func finish(_ planned: PlannedChange, _ bmctl: BmctlRun?, _ backup: String?) throws {
        let status = try bmctl?.run(isJSON: output.isJSON)
        if output.isJSON {
            try output.print(ChangeJSON(planned, backup: backup, bmctlStatus: status))
        } else if bmctl == nil {
            Console.out(texts("write.next"))
            for command in planned.nextCommands { Console.out("  \(command)") }
        }
        if let status, status != 0 { throw ExitCode(status) }
    }

    private func run(undo: UndoRun) throws {
        let planned = try? undo.planned()
        if !output.isJSON {
            Console.write(DiffText(change: undo.change, hasColor: Console.hasColor).text, to: 1)
        }
        let bmctl = try runBmctl ? planned.map { try BmctlRun(for: $0, kubeconfig: kubeconfig) } : nil
        let arguments = ["path": undo.path, "backup": undo.backup.path, "stamp": undo.backup.stamp]
        let isUnchanged = undo.change.kind == .unchanged
        guard try isUnchanged || confirmed("undo.ask", arguments) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        let kept = try undo.write()
        if !output.isJSON {
            Console.out(texts(isUnchanged ? "undo.already" : "undo.done", arguments))
            if let kept { Console.out(texts("undo.kept", ["path": kept])) }
        }
        if let planned { try finish(planned, bmctl, kept) }
    }

    private func confirmed(_ question: String, _ arguments: [String: String]) throws -> Bool {
        try yes || Console.confirm(texts(question, arguments))
    }
}
