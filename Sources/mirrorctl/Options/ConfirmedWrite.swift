import MirrorCore

/// The way from a computed change to a written one: shown, refused or confirmed, written, and what to run next.
struct ConfirmedWrite {
    let yes: Bool
    let withoutEffect: Bool
    let output: OutputOptions
    /// For the commands to run next.
    var kubeconfig = "ADMIN_KUBECONFIG"

    func run(_ planned: PlannedChange) throws {
        let path = planned.change.path
        guard planned.change.kind != .unchanged else {
            if output.isJSON { return try output.print(ChangeJSON(planned)) }
            planned.explain()
            return Console.out(texts("command.unchanged", ["path": path]))
        }
        if !output.isJSON {
            planned.explain()
            Console.write(DiffText(change: planned.change, hasColor: Console.hasColor).text, to: 1)
        }
        if !withoutEffect, planned.concerns.contains(where: { $0.severity == .refusal }) {
            throw Console.fail(Phrase("command.refused"), .dataError)
        }
        guard try yes || Console.confirm(texts("command.askWrite", ["path": path])) else {
            throw Console.fail(Phrase("command.notWritten"), .interrupted)
        }
        let backup = try Files.write(planned)
        if output.isJSON { return try output.print(ChangeJSON(planned, backup: backup)) }
        Console.out(texts("write.done", ["path": path]))
        if let backup { Console.out(texts("write.backup", ["path": backup])) }
        guard let name = planned.file.config.cluster?.name, !name.isEmpty else { return }
        Console.out(texts("write.next"))
        Console.out("  \(BmctlCommand.updateCluster(name, kubeconfig: kubeconfig))")
    }
}
