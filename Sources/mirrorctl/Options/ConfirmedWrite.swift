import ArgumentParser
import MirrorCore
import Operations
import Texts

/// The way from a computed change to a written one: shown, refused or confirmed, written, and then bmctl, or what to run
/// next.
struct ConfirmedWrite {
    let yes: Bool
    let withoutEffect: Bool
    let links: HardLinkOption
    let output: OutputOptions
    /// For the commands to run next.
    var kubeconfig = "ADMIN_KUBECONFIG"
    /// What runs bmctl after the write; made before it, because it may refuse.
    var bmctl: ((PlannedChange) throws -> BmctlRun)?

    func run(_ planned: PlannedChange) throws {
        let path = planned.change.path
        let isUnchanged = planned.change.kind == .unchanged
        if !output.isJSON {
            planned.explain()
            if isUnchanged { Console.out(texts("command.unchanged", ["path": path])) } else { planned.show() }
        }
        if isUnchanged, bmctl == nil {
            if output.isJSON { try output.print(ChangeJSON(planned)) }
            return
        }
        if !isUnchanged, !withoutEffect, planned.isRefused {
            throw Console.fail(Phrase("command.refused"), .dataError)
        }
        try StandardOutput.check()
        // Without a change, too: a cluster is to become what its file says.
        let bmctl = try bmctl?(planned)
        guard try isUnchanged || yes || Console.confirm(texts("command.askWrite", ["path": path])) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        // Once more: the answer may have taken a while.
        try output.check(ChangeJSON(planned))
        let backup = isUnchanged ? nil : try Files.write(planned.change, over: planned.file.snapshot, links)
        if !output.isJSON, !isUnchanged {
            Console.out(texts("write.done", ["path": path]))
            if let backup { Console.out(texts("write.backup", ["path": backup])) }
        }
        try finish(planned, bmctl, backup)
    }

    /// bmctl, whose exit status is ours then, or the commands to run next.
    func finish(_ planned: PlannedChange, _ bmctl: BmctlRun?, _ backup: String?) throws {
        let status = try bmctl?.run(isJSON: output.isJSON)
        if output.isJSON {
            try output.print(ChangeJSON(planned, backup: backup, bmctlStatus: status))
        } else if bmctl == nil {
            let commands = planned.nextCommands(kubeconfig: kubeconfig)
            if !commands.isEmpty { Console.out(texts("write.next")) }
            for command in commands { Console.out("  \(command)") }
        }
        if let status, status != 0 { throw ExitCode(status) }
    }
}
