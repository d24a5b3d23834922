import ArgumentParser
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: texts("command.diff.abstract"),
        discussion: discussion(
            texts("command.diff.discussion"),
            examples: "diff --cluster-config new.yaml --endpoint https://10.0.0.5:5000",
            "diff --cluster-config admin1.yaml --mirror 1 --add-host quay.io"
        )
    )

    @OptionGroup var edit: EditOptions

    @Option(help: help("diff.live", "file"))
    var live: String?

    @Option(help: help("diff.kubeconfig", "file"))
    var kubeconfig: String?

    @Option(help: help("diff.planOut", "file"))
    var planOut: String?

    @Flag(inversion: .prefixedNo, help: help("diff.probe"))
    var probe = true

    @OptionGroup var output: OutputOptions

    private var isLive: Bool { live != nil || kubeconfig != nil }

    func validate() throws {
        try edit.check(needsMirrors: !isLive)
        if live != nil, kubeconfig != nil || planOut != nil || kubeconfig != nil && planOut != nil {
            throw ValidationError(texts("command.diff.invalid"))
        }
    }

    func run() throws {
        let planned = try edit.planned()
        if isLive {
            let saved = try live.map { try Files.readStream($0) }
            let kubeconfig = kubeconfig ?? ""
            return try run(
                Console.saying { () throws(Refusal) in try LiveDiff(planned, saved: saved, kubeconfig: kubeconfig) }
            )
        }
        let isUnchanged = planned.change.kind == .unchanged
        if !output.isJSON {
            planned.explain()
            planned.show()
        }
        var written: String?
        if let planOut, !isUnchanged {
            try output.check(ChangeJSON(planned, plan: planOut))
            let plan = try PlanAsking.run { (cancellation, asking) throws(CancellationError) in
                try PlanMaker.make(planned, probes: probe, cancellation: cancellation, asking: asking)
            }
            try StandardOutput.check()
            try Console.saying { () throws(Refusal) in try PlanFile.write(plan, to: planOut) }
            StandardOutput.hasWritten(planOut)
            written = planOut
            if !output.isJSON { sayPlan(plan, planOut) }
        }
        if output.isJSON { try output.print(ChangeJSON(planned, plan: written)) }
        try end(isSame: isUnchanged, planned.concerns, planned.consequence)
    }

    private func run(_ diff: LiveDiff) throws {
        let (concerns, consequence) = (diff.concerns, diff.consequence)
        if output.isJSON {
            let place = diff.planned.placement
            try output.print(ChangeJSON(diff.change, place: place, concerns: concerns, consequence: consequence))
        } else {
            Console.say(concerns, isUnchanged: diff.isSame)
            Console.show(diff.text)
        }
        try end(isSame: diff.isSame, concerns, consequence)
    }

    private func end(isSame: Bool, _ concerns: [EditConcern], _ consequence: ChangeConsequence) throws {
        if isSame { return }
        let isProblem = concerns.contains { $0.severity == .refusal } || consequence.hasNewError
        throw (isProblem ? ExitStatus.problem : .changes).exit
    }

    private func sayPlan(_ plan: ChangePlan, _ path: String) {
        for probe in plan.probes ?? [] {
            let findings = probe.findings.isEmpty ? "0" : probe.findings.joined(separator: ", ")
            Console.error(texts("plan.probed", ["endpoint": probe.endpoint, "findings": findings]))
        }
        let command = ShellCommand(["mirrorctl", "apply", ShellCommand.path(path)]).description
        Console.error(texts("plan.written", ["path": path, "command": command]))
    }
}
