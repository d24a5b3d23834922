import ArgumentParser
import Containerd
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: texts("command.audit.abstract"),
        discussion: discussion(
            texts("command.audit.discussion"),
            examples: "audit --cluster-config admin1.yaml busybox:1.36",
            "audit --cluster-config admin1.yaml --images images.txt --no-ask"
        )
    )

    @OptionGroup var inputs: AuditInputOptions

    @Option(help: help("audit.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("node.root", "dir"))
    var root: String?

    @Option(help: help("node.containerdVersion", "v"))
    var containerdVersion: String?

    @OptionGroup var ca: CAFileOption<CAOfAudit>

    @Option(help: help("audit.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("audit.inside", "host"))
    var inside: [String] = []

    @Flag(name: .customLong("no-ask"), help: help("audit.noAsk"))
    var asksNobody = false

    @Option(help: help("audit.parallel", "n"))
    var parallel = 16

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (clusterConfig == nil) != (root == nil) else { throw ValidationError(texts("command.audit.whose")) }
        guard root != nil || containerdVersion == nil, clusterConfig != nil || ca.caCert == nil && dockerConfig == nil
        else { throw ValidationError(texts("command.audit.otherOptions")) }
        guard containerdVersion.map({ ContainerdVersion($0) != nil }) ?? true else {
            throw ValidationError(texts("command.node.invalidVersion"))
        }
        guard root.map(NodeFolder.isFolder) ?? true else {
            throw ValidationError(texts("command.node.invalidRoot"))
        }
        guard (1...64).contains(parallel) else { throw ValidationError(texts("command.audit.invalidParallel")) }
    }

    func run() throws {
        // What is wrong with the files is said before a package is read.
        let subject = try clusterConfig.map(cluster) ?? node(root ?? "/")
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let images = try inputs.images(cancellation)
        if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
        guard !images.all.isEmpty else { throw Console.fail(Phrase("audit.noImages"), .dataError) }
        var job = subject.job(images)
        job.asks = !asksNobody
        job.parallel = parallel
        let progress = ProgressLine()
        progress.begin()
        let report = job.run(cancellation: cancellation) { now in
            progress.show { texts("audit.progress", ["done": "\(now.done)", "all": "\(now.all)"]) }
        }
        progress.end()
        guard let report else { throw ExitStatus.interrupted.exit }
        if output.isJSON {
            try output.print(AuditJSON(report, subject))
        } else {
            Console.out(AuditText(report, subject).text)
        }
        if !report.isGood { throw ExitStatus.problem.exit }
    }

    private func cluster(_ path: String) throws -> AuditSubject {
        let config = try Files.clusterConfig(path).config
        let mirrors = try config.nodeMirrorPlace.map { try valid(config.registryMirrors(at: $0), for: $0) } ?? []
        do {
            return try AuditSubject(
                config,
                path: path,
                mirrors: mirrors,
                caPath: ca.caCert,
                dockerConfigPath: dockerConfig,
                inside: inside
            )
        } catch {
            throw Console.fail(Phrase("audit.noSource", ["path": path]), .dataError)
        }
    }

    private func node(_ root: String) throws -> AuditSubject {
        let tree = NodeFolder(root, version: containerdVersion.flatMap { ContainerdVersion($0) })
        do throws(PullExplainer.StartError) {
            return try AuditSubject(tree, inside: inside)
        } catch {
            Console.error("mirrorctl: " + texts(error.phrase))
            throw Console.fail(error.verdict(tree.version.value), .dataError)
        }
    }
}
