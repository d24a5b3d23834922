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

    @Flag(help: help("probe.rehearsePush"))
    var rehearsePush = false

    @Option(help: help("probe.deadline", "s"))
    var deadline: Int = 30

    @Option(help: help("probe.suppress", "file"))
    var suppress: String?

    @OptionGroup var writes: ProbeWriteOptions

    @Option(help: help("probe.output"))
    var output: ProbeFormat = .text

    func validate() throws {
        guard (1...3600).contains(deadline) else { throw ValidationError(texts("command.probe.invalid")) }
    }

    func run() throws {
        let draft = MirrorDraft(endpoint: endpoint, mirrorNamespace: namespace)
        guard let mirror = try valid([draft], for: .header).first else { throw ExitStatus.dataError.exit }
        let suppressions = try suppress.map(Self.suppressions) ?? .none
        let login = try writes.writeLogin(for: mirror.endpoint, from: dockerConfig)
        let plan = ProbePlan(
            endpoint: mirror.endpoint,
            caCertPath: caCert,
            pullCredentialConfigPath: login ?? dockerConfig,
            images: image,
            rehearsesPush: rehearsePush,
            deadlineSeconds: deadline
        )
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let report = Prober().probe(plan, cancellation: cancellation)
        guard !report.isCancelled else { throw ExitStatus.interrupted.exit }
        let verdict = ProbeVerdict(report, suppressions: suppressions)
        let bundle = try writes.writeBundle(report)
        Console.out(try output.render(verdict, bundle: bundle))
        if verdict.hasError { throw ExitStatus.problem.exit }
    }

    private static func suppressions(_ path: String) throws -> Suppressions {
        let text = String(decoding: try Files.read(path), as: UTF8.self)
        do {
            return try Suppressions(text)
        } catch {
            throw Console.fail(Phrase("suppress.fail", ["path": path, "problem": texts(error.problem)]), .dataError)
        }
    }
}
