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

    @Option(help: help("diff.planOut", "file"))
    var planOut: String?

    @Flag(inversion: .prefixedNo, help: help("diff.probe"))
    var probe = true

    @OptionGroup var output: OutputOptions

    func validate() throws { try edit.check() }

    func run() throws {
        let planned = try edit.planned()
        let isUnchanged = planned.change.kind == .unchanged
        if !output.isJSON {
            planned.explain()
            planned.show()
        }
        var written: String?
        if let planOut, !isUnchanged {
            let plan = try PlanMaker.make(planned, probes: probe)
            try PlanFile.write(plan, to: planOut)
            written = planOut
            if !output.isJSON { sayPlan(plan, planOut) }
        }
        if output.isJSON { try output.print(ChangeJSON(planned, plan: written)) }
        if isUnchanged { return }
        throw (planned.isRefused || planned.consequence.hasNewError ? ExitStatus.problem : .changes).exit
    }

    private func sayPlan(_ plan: ChangePlan, _ path: String) {
        for probe in plan.probes ?? [] {
            let findings = probe.findings.isEmpty ? "0" : probe.findings.joined(separator: ", ")
            Console.error(texts("plan.probed", ["endpoint": probe.endpoint, "findings": findings]))
        }
        Console.error(texts("plan.written", ["path": path, "command": "mirrorctl apply \(shellWord(path))"]))
    }
}
