import ArgumentParser
import Dispatch
import FoundationEssentials
import MirrorCore
import MirrorSystem

struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: texts("command.probe.abstract"),
        discussion: texts("command.probe.discussion")
    )

    @Argument(help: help("probe.endpoint", "endpoint"))
    var endpoint: String

    @Option(help: help("probe.namespace", "ns"))
    var namespace: String = ""

    @Option(help: help("probe.caCert", "file"))
    var caCert: String?

    @Option(help: help("probe.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("probe.image", "ref"))
    var image: [String] = []

    @Option(help: help("probe.deadline", "s"))
    var deadline: Int = 30

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3600).contains(deadline) else { throw ValidationError(texts("command.probe.invalid")) }
    }

    func run() throws {
        let draft = MirrorDraft(endpoint: endpoint, mirrorNamespace: namespace)
        guard let mirror = try valid([draft], for: .header).first else { throw ExitStatus.dataError.exit }
        let plan = ProbePlan(
            endpoint: mirror.endpoint,
            caCertPath: caCert,
            pullCredentialConfigPath: dockerConfig,
            images: image,
            deadlineSeconds: deadline
        )
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let report = Prober().probe(plan, cancellation: cancellation)
        guard !report.isCancelled else { throw ExitStatus.interrupted.exit }
        let findings = diagnose(report)
        if output.isJSON {
            try output.print(ProbeJSON(report: report, findings: findings))
        } else {
            Console.out(ProbeText(report: report, findings: findings).text)
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.problem.exit }
    }
}
