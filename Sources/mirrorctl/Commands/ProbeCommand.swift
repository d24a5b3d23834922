import ArgumentParser
import Diagnosis
import Dispatch
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
        discussion: texts("command.probe.discussion")
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
        let counts = try package.map { try PackageAudit($0, plans).counts() } ?? []
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
        guard let clusterConfig else {
            return try endpoints.map { endpoint in
                // A path that is wrong in a known way is probed as it was meant, and has a finding.
                let typed = TypedPath(endpoint)
                let draft = MirrorDraft(endpoint: typed?.fixed ?? endpoint, mirrorNamespace: namespace ?? "")
                guard let mirror = try valid([draft], for: .header).first else { throw ExitStatus.dataError.exit }
                let login = try writes.writeLogin(for: mirror.endpoint, from: dockerConfig)
                var plan = plan(mirror, login: login ?? dockerConfig, nodeProxy: nil)
                plan.typedPath = typed
                return plan
            }
        }
        let config = try Files.clusterConfig(clusterConfig).config
        var mirrors: [RegistryMirror] = []
        for place in [MirrorPlace.header, .spec] {
            for mirror in try valid(config.registryMirrors(at: place), for: place)
            where !mirrors.contains(where: { $0.endpoint == mirror.endpoint }) {
                mirrors.append(mirror)
            }
        }
        guard !mirrors.isEmpty else {
            throw Console.fail(Phrase("command.probe.none", ["path": clusterConfig]), .dataError)
        }
        try refuseReplaced(mirrors)
        return mirrors.map {
            plan($0, login: dockerConfig, nodeProxy: config.cluster?.proxy ?? ClusterConfig.Proxy.absent)
        }
    }

    /// A file that is given and would not be used, because the cluster config file names another.
    private func refuseReplaced(_ mirrors: [RegistryMirror]) throws {
        for mirror in mirrors {
            let pairs = [
                ("--ca-cert", ca.caCert, mirror.caCert), ("--docker-config", dockerConfig, mirror.pullCredential),
            ]
            for case (let option, let given?, .file(let path)) in pairs where given != path {
                let values = ["option": option, "endpoint": mirror.endpoint.url, "path": path]
                throw Console.fail(Phrase("command.probe.replaced", values), .dataError)
            }
        }
    }

    private func plan(_ mirror: RegistryMirror, login: String?, nodeProxy: ClusterConfig.Proxy?) -> ProbePlan {
        var plan = ProbePlan(
            endpoint: mirror.endpoint,
            caCertPath: ca.caCert,
            pullCredentialConfigPath: login,
            images: image,
            rehearsesPush: rehearsePush,
            deadlineSeconds: deadline,
            connectDeadlineSeconds: network.connectDeadline,
            phaseDeadlineSeconds: network.phaseDeadline
        )
        if case .file(let path) = mirror.caCert { plan.caCertPath = path }
        if case .file(let path) = mirror.pullCredential { plan.pullCredentialConfigPath = path }
        plan.proxy = network.choice
        plan.nodeProxy = nodeProxy
        return plan
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
