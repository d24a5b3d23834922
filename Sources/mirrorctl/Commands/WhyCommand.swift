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
        discussion: discussion(
            texts("command.why.discussion"),
            examples: "why gcr.io/lab/app0:1 --root node --containerd-version 1.7.34",
            "why --log pull.log"
        )
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
        guard clusterConfig == nil || log != nil || target != nil && via == nil else {
            throw ValidationError(texts("command.why.clusterConfigOfLog"))
        }
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
        // Before signals are ours: who is asked whether a pod may be created may end it.
        let access = try access()
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
        let pull = try pull(access, cancellation)
        defer { pull.connection?.close() }
        held.hold(pull.connection)
        if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
        let inquiry = PullInquiry(pull, of: access)
        if let note = inquiry.versionNote { Console.error("mirrorctl: " + texts(note)) }
        var explainer: PullExplainer
        do throws(PullRefusal) {
            explainer = try inquiry.explainer()
        } catch {
            inquiry.noteSecrets()
            if let bundle { try EvidenceBundleFile.write(inquiry.evidence(of: image, nil, nil), to: bundle, known: []) }
            throw try error.said(of: image ?? "", output)
        }
        guard let image else { return try explainList(&explainer, inquiry) }
        let answer: PullAnswer
        do throws(PullRefusal) {
            answer = try inquiry.answer(image, &explainer, isLive: live, texts: texts)
        } catch {
            throw try error.said(of: image, output)
        }
        if cancellation.isCancelled {
            // Until nothing is left on the node; what was seen on the way there is no answer.
            pull.connection?.close()
            throw ExitStatus.interrupted.exit
        }
        if let bundle {
            let evidence = inquiry.evidence(of: image, explainer, answer)
            try EvidenceBundleFile.write(evidence, to: bundle, known: explainer.credentials.secrets)
        }
        try answer.verdict.print(output, live: answer.live)
    }

    private func access() throws -> NodeAccess {
        guard let target, var ssh = SSHTarget(target, configPath: sshConfig) else { return .tree(node.tree) }
        if let clusterConfig {
            let nodes = try Files.clusterConfig(clusterConfig).config.nodes
            ssh.user = ssh.user ?? nodes.loginUser ?? "root"
            ssh.privateKeyPath = nodes.privateKeyPath
        }
        return via == nil ? .ssh(ssh) : .pod(try pods.node(target, lifetime: 900, output: output))
    }

    /// A node that cannot be asked ends the command with its finding.
    private func pull(_ access: NodeAccess, _ cancellation: Cancellation) throws -> NodePull {
        do throws(NodeFailure) {
            return try access.pull(
                isLive: live,
                version: node.tree.givenVersion,
                cancellation: cancellation,
                left: PodText.say
            )
        } catch {
            if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
            throw try NodeUnavailable.said(access.host ?? "", error, output)
        }
    }

    private func traceLog(_ path: String) throws {
        let evidence = EvidenceBundle(ofLogAbout: image, node.tree)
        let text = try LogTrace.read(path)
        var trace = LogTrace(path: path, image: image, output: output)
        trace.versions = try clusterConfig.map { try Files.clusterConfig($0).config.nodeVersions } ?? []
        try trace.show(text, evidence, save: bundle, hosts: node.tree.hosts)
    }

    /// One line for each image of a list: who is asked first.
    private func explainList(_ explainer: inout PullExplainer, _ inquiry: PullInquiry) throws {
        let path = images ?? "-"
        let bytes = try Files.readStream(path)
        var list = WhyListJSON(containerdVersion: "\(explainer.rules.version)")
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let image = line.drop { $0 == " " }
            guard !image.isEmpty, !image.hasPrefix("#") else { continue }
            list.add(String(image), &explainer)
        }
        inquiry.noteSecrets()
        if output.isJSON { try output.print(list) } else { Console.out(list.text) }
        if list.images.contains(where: { !$0.usesMirror }) { throw ExitStatus.problem.exit }
    }
}
