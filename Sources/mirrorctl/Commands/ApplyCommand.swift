import ArgumentParser
import MirrorCore
import MirrorSystem
import Operations
import Texts

struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: texts("command.apply.abstract"),
        discussion: discussion(
            examples: "apply --yes --cluster-config admin1.yaml \\\n      --mirror 1 --add-host quay.io",
            "apply --undo admin1.yaml --yes"
        )
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

    @OptionGroup var links: HardLinkOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        switch [plan != nil, undo != nil, !edit.isEmpty].count(where: { $0 }) {
        case 0: throw ValidationError(texts("command.edit.invalid"))
        case 1: if !edit.isEmpty { try edit.check() }
        default: throw ValidationError(texts("command.apply.invalid"))
        }
    }

    func run() throws {
        if let undo { return try run(undo: try Console.saying { () throws(Refusal) in try UndoRun(undo) }) }
        try way.run(try plan.map(PlanFile.planned) ?? edit.planned())
    }

    private var way: ConfirmedWrite {
        ConfirmedWrite(
            yes: yes,
            withoutEffect: withoutEffect,
            links: links,
            output: output,
            kubeconfig: kubeconfig ?? "ADMIN_KUBECONFIG",
            bmctl: runBmctl
                ? { planned in
                    try Console.saying { () throws(Refusal) in try BmctlRun(for: planned, kubeconfig: kubeconfig) }
                } : nil
        )
    }

    private func run(undo: UndoRun) throws {
        let planned: PlannedChange?
        do throws(YAMLError) {
            planned = try undo.planned()
        } catch {
            _ = Files.fail(error, path: undo.path)
            planned = nil
        }
        if !output.isJSON {
            Console.show(DiffText(change: undo.change, hasColor: Console.hasColor).text)
        }
        try StandardOutput.check()
        let bmctl = try planned.flatMap { try way.bmctl?($0) }
        let arguments = ["path": undo.path, "backup": undo.backup.path, "stamp": undo.backup.stamp]
        let isUnchanged = undo.change.kind == .unchanged
        guard try isUnchanged || yes || Console.confirm(texts("undo.ask", arguments)) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        // Once more: the answer may have taken a while.
        try output.check(planned.map { ChangeJSON($0) })
        let kept = try Console.saying { () throws(Refusal) in
            do throws(FileError) {
                return try undo.write(breaksHardLink: links.breakHardLink)
            } catch {
                throw Refusal(writing: error)
            }
        }
        if !output.isJSON {
            Console.out(texts(isUnchanged ? "undo.already" : "undo.done", arguments))
            if let kept { Console.out(texts("undo.kept", ["path": kept])) }
        }
        if let planned { return try way.finish(planned, bmctl, kept) }
        if output.isJSON { try output.print(UndoJSON(path: undo.path, backup: undo.backup.path, kept: kept)) }
    }
}

/// `apply --undo --output json` where the file is no cluster config file now or then, so that there is nothing to compare.
private struct UndoJSON: Encodable {
    let path: String
    /// What it was put back from.
    let backup: String
    /// Where the text that it had is kept.
    let kept: String?
}
