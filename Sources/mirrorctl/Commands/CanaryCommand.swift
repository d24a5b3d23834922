import ArgumentParser
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

struct CanaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canary",
        abstract: texts("command.canary.abstract"),
        discussion: discussion(
            texts("command.canary.discussion"),
            examples: "canary https://10.0.0.5:5000 --ca-cert ca.crt --node ops@10.0.0.11",
            "canary https://10.0.0.5:5000 --ca-cert ca.crt --node 10.0.0.11 \\\n      --host docker.io --output json"
        )
    )

    @Argument(help: help("canary.endpoint", "endpoint"))
    var endpoint: String

    @Option(help: help("probe.namespace", "ns"))
    var namespace: String = ""

    @Option(help: help("canary.host", "host"))
    var host: String = RegistryHost.alwaysMirrored.name

    @OptionGroup var ca: CAFileOption<CAOfCanary>

    @Option(help: help("canary.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("canary.node", "[user@]host"))
    var node: String?

    @Option(help: help("canary.sshConfig", "file"))
    var sshConfig: String?

    @Option(help: help("canary.via", "crictl|socket|ctr|kubectl"))
    var via: Via?

    @OptionGroup var pods: PodOptions

    @Option(help: help("canary.socket", "path"))
    var socket: String = NodePuller.defaultSocket

    @Option(help: help("canary.hostsDir", "dir"))
    var hostsDir: String = NodePuller.defaultHostsFolder

    @Option(help: help("canary.deadline", "s"))
    var deadline: Int = 60

    @OptionGroup var output: OutputOptions

    enum Via: String, ExpressibleByArgument, CaseIterable { case crictl, socket, ctr, kubectl }

    func validate() throws {
        try pods.check(isUsed: via == .kubectl)
        guard via != .kubectl || node != nil && sshConfig == nil else {
            throw ValidationError(texts("command.pods.invalidWhy"))
        }
        guard (1...3600).contains(deadline),
            node.map({ SSHTarget($0, configPath: sshConfig) != nil }) ?? true
        else { throw ValidationError(texts("command.canary.invalid")) }
    }

    func run() throws {
        let draft = MirrorDraft(endpoint: endpoint, mirrorNamespace: namespace)
        guard let mirror = try valid([draft], for: .header).first else { throw ExitStatus.dataError.exit }
        try StandardOutput.check()
        let job = try job(mirror.endpoint)
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let report: CanaryReport
        do throws(NodeFailure) {
            report = try job.run(cancellation, left: PodText.say) { step, outcome in
                let mark = texts("canary.outcome.\(outcome.name)")
                Console.error("\(texts("canary.step.\(step.rawValue)")): \(mark)")
            }
        } catch {
            if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
            throw try NodeUnavailable.said(target?.host ?? "", error, output)
        }
        if output.isJSON {
            try output.print(CanaryJSON(report))
        } else {
            let parts = [texts(report.verdict)] + report.findings.map { FindingText($0.withoutSecrets).text }
            Console.out(parts.joined(separator: "\n\n"))
        }
        if report.isInterrupted { throw ExitStatus.interrupted.exit }
        if !report.isProven { throw ExitStatus.problem.exit }
    }

    private var target: SSHTarget? { node.flatMap { SSHTarget($0, configPath: sshConfig) } }

    private func job(_ mirror: MirrorEndpoint) throws -> CanaryJob {
        var job = CanaryJob(mirror, on: try access())
        job.registryHost = host
        job.caCertPath = ca.caCert
        job.dockerConfigPath = dockerConfig
        job.means = via.flatMap { CanaryReport.Puller(rawValue: $0.rawValue) }
        job.socketPath = socket
        job.hostsFolder = hostsDir
        job.seconds = deadline
        return job
    }

    /// A pod is agreed to before.
    private func access() throws -> NodeAccess {
        guard via == .kubectl, let node else { return target.map { .ssh($0) } ?? .tree(NodeFolder("/")) }
        let lifetime = CanaryJob.podLifetime(pulling: deadline)
        return .pod(try pods.node(node, lifetime: lifetime, canaries: 1, output: output))
    }
}

/// `canary --output json`
struct CanaryJSON: Encodable {
    let image: String
    let mirror: String
    /// Absent for this machine.
    let node: String?
    /// `crictl`, `socket`, `ctr` or `kubelet`
    let puller: String?
    let isProven: Bool
    let isInterrupted: Bool
    let pushedDigest: String
    let configDigest: String
    let pulledDigest: String?
    /// `push`, `pull`, `compare`, `removeFromNode`, `removeFromMirror` → `done`, `failed` or `skipped`
    let steps: [String: String]
    let verdict: String
    let findings: [FindingJSON]

    init(_ report: CanaryReport) {
        image = report.image.reference
        mirror = report.mirror.url
        node = report.node.map(printable)
        puller = report.puller?.rawValue
        isProven = report.isProven
        isInterrupted = report.isInterrupted
        pushedDigest = report.image.manifest.digest
        configDigest = report.image.config.digest
        pulledDigest = report.pulledDigest.map(printable)
        steps = Dictionary(report.outcomes.map { ($0.key.rawValue, $0.value.name) }) { first, _ in first }
        verdict = texts(report.verdict)
        findings = report.findings.map { FindingJSON($0.withoutSecrets) }
    }
}
