import ArgumentParser
import Dispatch
import FoundationEssentials
import MirrorCore
import MirrorSystem

struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Ask a mirror what a node would ask, and say what is wrong.",
        discussion: """
            Nothing is written and nothing is uploaded. The probe trusts exactly the CA given, falls back to nothing, and \
            sends credentials over TLS only. Exit 0: nothing wrong. 1: a finding of severity error.
            """
    )

    @Argument(help: ArgumentHelp("https://ADDRESS:PORT, with or without /v2/NAMESPACE.", valueName: "endpoint"))
    var endpoint: String

    @Option(help: ArgumentHelp("Path below the mirror's root, without /v2.", valueName: "ns"))
    var namespace: String = ""

    @Option(help: ArgumentHelp("CA certificate (PEM); without it this machine's store is trusted.", valueName: "file"))
    var caCert: String?

    @Option(help: ArgumentHelp("Docker config.json with the login.", valueName: "file"))
    var dockerConfig: String?

    @Option(
        help: ArgumentHelp(
            "An image that must be in the mirror, as gcr.io/NAME:TAG. Repeat it for several.",
            valueName: "ref"
        )
    )
    var image: [String] = []

    @Option(help: ArgumentHelp("Seconds for everything.", valueName: "s"))
    var deadline: Int = 30

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3600).contains(deadline) else { throw ValidationError("--deadline takes 1 to 3600 seconds.") }
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
