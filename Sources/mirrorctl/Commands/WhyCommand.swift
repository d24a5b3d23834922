import ArgumentParser
import Containerd
import Diagnosis
import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: texts("command.why.abstract"),
        discussion: texts("command.why.discussion")
    )

    @Argument(help: help("why.image", "image"))
    var image: String?

    @Option(help: help("why.images", "file"))
    var images: String?

    @OptionGroup var node: NodeOptions

    @Option(name: .customLong("node"), help: help("why.node", "[user@]host"))
    var target: String?

    @Option(help: help("node.sshConfig", "file"))
    var sshConfig: String?

    @Option(help: help("pods.via", "kubectl"))
    var via: NodeVia?

    @OptionGroup var pods: PodOptions

    @Flag(help: help("why.live"))
    var live = false

    @Option(help: help("why.log", "file"))
    var log: String?

    @Option(help: help("why.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("why.bundle", "file.tar.gz"))
    var bundle: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard clusterConfig == nil || log != nil else { throw ValidationError(texts("command.why.clusterConfigOfLog")) }
        try pods.check(isUsed: via != nil)
        guard via == nil || target != nil && sshConfig == nil else {
            throw ValidationError(texts("command.pods.invalidWhy"))
        }
        if let target {
            guard node.root == "/", log == nil else {
                throw ValidationError(texts("command.node.invalidSources"))
            }
            guard SSHTarget(target) != nil else {
                throw ValidationError(texts("command.node.invalidTarget", ["name": target]))
            }
        }
        if let bundle, EvidenceBundleFile.exists(bundle) {
            guard images == nil, log == nil, !live, node.root == "/", node.containerdVersion == nil else {
                throw ValidationError(texts("command.why.bundleExists"))
            }
            return
        }
        guard bundle == nil || images == nil else { throw ValidationError(texts("command.why.invalid")) }
        if log != nil, images == nil, !live { return }
        guard (image == nil) != (images == nil), log == nil else { throw ValidationError(texts("command.why.invalid")) }
    }

    func run() throws {
        if let bundle, EvidenceBundleFile.exists(bundle) {
            return try OpenedEvidenceBundle(path: bundle, image: image, output: output, target: target).run()
        }
        if let log { return try traceLog(log) }
        var source = NodeSource(target: target, sshConfig: sshConfig, node: node, isLive: live, output: output)
        if via != nil, let target {
            // Before signals are ours: who is asked may end it.
            source.pod = try PodSession.one(pods, target, lifetime: 900, output: output)
        }
        let cancellation = Cancellation()
        let held = HeldConnection()
        let interrupt = target.map { _ in
            Interrupt.watch {
                cancellation.cancel()
                // At once: another thread is in the middle of a handshake, and `exit` would take OpenSSL from under it.
                if held.close() { _exit(ExitStatus.interrupted.rawValue) }
            }
        }
        defer { interrupt?.cancel() }
        let pull = try source.pull(cancellation)
        defer { pull.connection?.close() }
        held.hold(pull.connection)
        if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
        let version = pull.version
        if pull.isVersionGuessed {
            let hasConfig = (try? pull.files.kind(of: pull.configPath)) != nil
            let key = hasConfig ? "why.versionGuessed" : "why.versionAssumed"
            Console.error("mirrorctl: " + texts(key, ["version": "\(version)"]))
        }
        let files = RecordingFiles(pull.files)
        var explainer: PullExplainer
        do throws(PullRefusal) {
            explainer = try pull.readConfiguration(files)
        } catch {
            SaidBack.note(files)
            if let bundle { try save(bundle, pull, files, nil, nil, []) }
            throw try error.said(of: image ?? "", output)
        }
        guard let image else { return try explainList(&explainer, files) }
        var verdict: PullVerdict
        do throws(PullRefusal) { verdict = try PullVerdict(image, &explainer, of: pull) } catch {
            throw try error.said(of: image, output)
        }
        let plan = verdict.plan
        SaidBack.note(files)
        let host = target.flatMap { SSHTarget($0)?.host }
        // Whom this configuration asks is not known.
        let isKnown = plan.error?.isOurLimit != true
        let seen = live && isKnown ? LivePullResult(plan, pull, explainer.credentials, node: host, texts: texts) : nil
        if cancellation.isCancelled {
            // Until nothing is left on the node; what was seen on the way there is no answer.
            pull.connection?.close()
            throw ExitStatus.interrupted.exit
        }
        let extra = pull.findings(plan, node: host ?? node.place) + (seen?.findings ?? [])
        verdict.add(extra, seen?.reports ?? [])
        if let bundle { try save(bundle, pull, files, (explainer, verdict), seen, extra) }
        try verdict.print(output, live: seen)
    }

    private func traceLog(_ path: String) throws {
        var evidence = EvidenceBundle()
        evidence.containerdVersion = "\(node.version)"
        // The files of this machine are another node's only when its tree is named.
        if node.root != "/", let image, let (files, _) = try? looked(at: image) {
            evidence.files = files
        }
        let text = try LogTrace.read(path)
        let explainer = node.root == "/" ? nil : try? PullExplainer(version: node.version, files: node.files)
        var trace = LogTrace(path: path, image: image, output: output)
        trace.versions = try clusterConfig.map { try Files.clusterConfig($0).config.nodeVersions } ?? []
        try trace.show(text, evidence, save: bundle, hosts: explainer.map { known in { known.hosts(of: $0) } })
    }

    /// The files that say where the image comes from.
    private func looked(at image: String) throws -> (RecordedFiles, PullPlan) {
        let files = RecordingFiles(node.files)
        let pull = NodePull(files: node.files, version: node.version, isVersionGuessed: false)
        var explainer = try pull.explainer(files: files)
        let plan = try explainer.explain(image)
        return (files.recorded(below: explainer.roots), plan)
    }

    private func save(
        _ path: String,
        _ pull: NodePull,
        _ files: RecordingFiles,
        _ judged: (explainer: PullExplainer, verdict: PullVerdict)?,
        _ live: LivePullResult?,
        _ findings: [Finding]
    ) throws {
        var evidence = EvidenceBundle()
        evidence.image = image
        evidence.containerdVersion = "\(pull.version)"
        (evidence.configPath, evidence.isConfigNamed) = (pull.configPath, pull.isConfigNamed)
        evidence.presentVersion = pull.present.map { "\($0)" }
        evidence.live = live?.answers ?? [:]
        (evidence.servedBy, evidence.liveError) = (live?.servedBy, live?.error)
        (evidence.findings, evidence.probes) = (findings, live?.reports ?? [])
        if let report = pull.report, let node = target.flatMap({ SSHTarget($0)?.host }) {
            evidence.nodes = [NodeInspection(target: node, outcome: .report(report), isFresh: true)]
        }
        evidence.verdict = judged?.verdict.plan.verdict.key ?? "why.noStart"
        evidence.files = files.recorded(below: judged?.explainer.roots ?? [])
        try EvidenceBundleFile.write(evidence, to: path, known: judged?.explainer.credentials.secrets ?? [])
    }

    /// One line for each image of a list: who is asked first.
    private func explainList(_ explainer: inout PullExplainer, _ files: RecordingFiles) throws {
        let path = images ?? "-"
        let bytes = try Files.readStream(path)
        var list = WhyListJSON(containerdVersion: "\(explainer.rules.version)")
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let image = line.drop { $0 == " " }
            guard !image.isEmpty, !image.hasPrefix("#") else { continue }
            list.add(String(image), &explainer)
        }
        SaidBack.note(files)
        if output.isJSON { try output.print(list) } else { Console.out(list.text) }
        if list.images.contains(where: { !$0.usesMirror }) { throw ExitStatus.problem.exit }
    }
}
