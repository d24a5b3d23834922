import ArgumentParser
import Diagnosis
import FoundationEssentials
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: texts("command.probe.abstract"),
        discussion: discussion(
            texts("command.probe.discussion"),
            examples: "probe https://10.0.0.5:5000 --ca-cert ca.crt \\\n      --docker-config config.json",
            "probe --cluster-config admin1.yaml --image busybox:1.36"
        )
    )

    @Argument(help: help("probe.endpoints", "endpoint"))
    var endpoints: [String] = []

    @Option(help: help("probe.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("probe.namespace", "ns"))
    var namespace: String?

    @OptionGroup var ca: CAFileOption<CAOfProbe>

    @Option(help: help("probe.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("probe.image", "ref"))
    var image: [String] = []

    @Flag(help: help("probe.rehearsePush"))
    var rehearsePush = false

    @Option(help: help("probe.deadline", "s"))
    var deadline: Int = SettingsFile.settings.number(.deadline) ?? 30

    @OptionGroup var network: NetworkOptions

    @Option(help: help("probe.package", "file"))
    var package: String?

    @Option(help: help("probe.suppress", "file"))
    var suppress: String?

    @OptionGroup var writes: ProbeWriteOptions

    @Option(help: help("probe.output"))
    var output: ProbeFormat = .text

    func validate() throws {
        guard (1...3600).contains(deadline) else { throw ValidationError(texts("command.probe.invalid")) }
        guard endpoints.isEmpty != (clusterConfig == nil) else { throw ValidationError(texts("command.probe.what")) }
        guard namespace == nil || clusterConfig == nil else {
            throw ValidationError(texts("command.probe.namespaceOfFile"))
        }
        let writesNothing = writes.writeCaBundle == nil && writes.writeDockerConfig == nil
        guard writesNothing || endpoints.count == 1 else { throw ValidationError(texts("command.probe.writesOne")) }
    }

    func run() throws {
        let plans = try plans()
        let suppressions = try (suppress ?? SettingsFile.settings[.suppressions]).map(Self.suppressions) ?? .none
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let reports = Prober().probe(plans, cancellation: cancellation)
        guard !reports.contains(where: \.isCancelled) else { throw ExitStatus.interrupted.exit }
        let verdicts = reports.map { ProbeVerdict($0, suppressions: suppressions) }
        let bundle = try reports.first.flatMap(writes.writeBundle)
        let counts = try package.map { PackageCount.counts(of: try opened($0), in: plans) } ?? []
        let asList = clusterConfig != nil || verdicts.count > 1
        Console.out(try output.render(verdicts, asList: asList, bundle: bundle, counts: counts))
        for line in counts.flatMap(\.lines) {
            // Where standard output is a document, it has that to itself.
            if output == .text { Console.out(line) } else { Console.error(line) }
        }
        if verdicts.contains(where: \.hasError) || !counts.allSatisfy(\.isWhole) { throw ExitStatus.problem.exit }
    }

    /// One for each endpoint, or for each mirror of the file with what the file names for it.
    private func plans() throws -> [ProbePlan] {
        let wishes = wishes
        guard let clusterConfig else {
            return try endpoints.map { endpoint in
                let (mirror, typedPath) = try Console.saying { () throws(Refusal) in
                    try ProbeWishes.mirror(typed: endpoint, namespace: namespace ?? "")
                }
                let login = try writes.writeLogin(for: mirror.endpoint, from: dockerConfig)
                return wishes.plan(mirror, login: login, typedPath: typedPath)
            }
        }
        let config = try Files.clusterConfig(clusterConfig).config
        return try Console.saying { () throws(Refusal) in try wishes.plans(of: config, path: clusterConfig) }
    }

    private var wishes: ProbeWishes {
        var wishes = ProbeWishes()
        wishes.caCertPath = ca.caCert
        wishes.dockerConfigPath = dockerConfig
        wishes.images = image
        wishes.rehearsesPush = rehearsePush
        wishes.deadlineSeconds = deadline
        wishes.connectDeadlineSeconds = network.connectDeadline
        wishes.phaseDeadlineSeconds = network.phaseDeadline
        wishes.proxy = network.choice
        return wishes
    }

    private func opened(_ package: String) throws -> OpenedPackage {
        try Console.saying { () throws(Refusal) in
            try OpenedPackage.looking(PushSession.file(package, encoding: .gzip, signature: nil))
        }
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
