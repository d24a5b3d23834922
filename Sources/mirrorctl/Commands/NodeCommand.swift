import ArgumentParser
import Containerd
import Diagnosis
import FoundationEssentials
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

struct NodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node",
        abstract: texts("command.node.abstract"),
        discussion: discussion(
            texts("command.node.discussion"),
            examples: "node --root node",
            "node --root node --output json"
        )
    )

    @Option(help: help("node.root", "dir"))
    var root: String?

    @Option(help: help("node.node", "[user@]host"))
    var node: [String] = []

    @Option(help: help("node.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("node.nodes", "list"))
    var nodes: String?

    @Option(help: help("node.nodePool", "name"))
    var nodePool: String?

    @Option(help: help("node.reports", "dir"))
    var reports: String?

    @Flag(help: help("node.reportScript"))
    var reportScript = false

    @Option(help: help("node.containerdVersion", "v"))
    var containerdVersion: String?

    @Option(help: help("node.sshConfig", "file"))
    var sshConfig: String?

    @Option(help: help("node.parallel", "n"))
    var parallel: Int = SettingsFile.settings.number(.parallel) ?? 16

    @Option(help: help("node.deadline", "s"))
    var deadline: Int = SettingsFile.settings.number(.deadline) ?? 30

    @Option(help: help("pods.via", "kubectl"))
    var via: NodeVia?

    @OptionGroup var pods: PodOptions

    @Flag(help: help("pods.clean"))
    var clean = false

    @Option(help: help("node.bundle", "file.tar.gz"))
    var bundle: String?

    @OptionGroup var output: OutputOptions

    /// A bundle that is there is opened, and nobody is asked.
    private var opened: String? { bundle.flatMap { EvidenceBundleFile.exists($0) ? $0 : nil } }

    func validate() throws {
        try pods.check(isUsed: via != nil, needsImage: !clean)
        guard via == nil || root == nil && reports == nil && !reportScript && opened == nil && sshConfig == nil,
            via != nil || !clean
        else { throw ValidationError(texts("command.pods.invalidSources")) }
        let sources = [root != nil, !node.isEmpty, reports != nil, reportScript].filter { $0 }.count
        let asksFile = clusterConfig != nil && reports == nil && node.isEmpty && root == nil
        guard sources + (asksFile ? 1 : 0) <= 1, opened == nil || sources == 0 && clusterConfig == nil,
            !reportScript || bundle == nil && !output.isJSON
        else { throw ValidationError(texts("command.node.invalidSources")) }
        guard clusterConfig != nil && root == nil || nodes == nil && nodePool == nil else {
            throw ValidationError(texts("command.node.invalidSelection"))
        }
        guard (1...64).contains(parallel), (1...3600).contains(deadline) else {
            throw ValidationError(texts("command.node.invalidNumbers"))
        }
        guard containerdVersion.map({ ContainerdVersion($0) != nil }) ?? true else {
            throw ValidationError(texts("command.node.invalidVersion"))
        }
        guard root.map(NodeFolder.isFolder) ?? true else { throw ValidationError(texts("command.node.invalidRoot")) }
        for name in node where SSHTarget(name) == nil {
            throw ValidationError(texts("command.node.invalidTarget", ["name": name]))
        }
    }

    func run() throws {
        if reportScript { return Console.document(CollectorScript.text) }
        if clean { return try PodCleaning.run(pods) }
        if let opened {
            let nodes = try EvidenceBundleFile.open(opened).nodes
            guard !nodes.isEmpty else { throw Console.fail(Phrase("evidence.noNodes", ["path": opened]), .dataError) }
            return try FleetOutput.show(nodes, output)
        }
        let file = try clusterConfig.map { try Files.clusterConfig($0).config }
        let expected = file.map { ExpectedNodes($0, besides: clusterConfig ?? "") }
        let (inspections, hasLeftPods) = try via == nil ? (inspections(file), false) : throughPods(file)
        var found = inspections
        for index in found.indices {
            found[index].givenVersion = containerdVersion.flatMap { ContainerdVersion($0) }
            expected?.mark(&found[index])
        }
        if let bundle { try EvidenceBundleFile.write(nodes: found, to: bundle) }
        try FleetOutput.show(found, output)
        if hasLeftPods { throw ExitStatus.problem.exit }
    }

    // MARK: Where reports come from

    private func inspections(_ file: ClusterConfig?) throws -> [NodeInspection] {
        let gathering = try gathering(file)
        let cancellation = Cancellation()
        let interrupt = gathering.isInstant ? nil : Interrupt.watch { cancellation.cancel() }
        defer { interrupt?.cancel() }
        let found = try Console.saying { () throws(Refusal) in
            try gathering.run(
                NodeGathering.Way(parallel: parallel, deadlineSeconds: deadline),
                cancellation: cancellation,
                each: progress(of: gathering.count)
            )
        }
        guard let found else { throw ExitStatus.interrupted.exit }
        return found
    }

    private func gathering(_ file: ClusterConfig?) throws -> NodeGathering {
        let wanted = file.map(wanted)
        if let reports { return .folder(reports, wanted) }
        // The root of this machine is this machine, which can say more than its files.
        if let root, root != "/" { return .tree(root) }
        if !node.isEmpty { return .ssh(node.compactMap { SSHTarget($0, configPath: sshConfig) }, hasOwn: false) }
        guard root == nil, let wanted else { return .here }
        let targets = try Console.saying { () throws(Refusal) in try wanted.targets(sshConfig: sshConfig) }
        return .ssh(targets, hasOwn: true)
    }

    /// The nodes of the file that were asked for.
    private func wanted(_ file: ClusterConfig) -> NodesOfFile {
        NodesOfFile(file, path: clusterConfig ?? "", list: nodes, pool: nodePool)
    }

    private func progress(of all: Int) -> @Sendable (Int, NodeInspection) -> Void {
        { [output] done, inspection in
            if output.hasEvents {
                let name = printable(inspection.target)
                let isReachable = inspection.failure == nil
                return OutputOptions.event(NodeEventJSON(heard: name, isReachable: isReachable, done: done, all: all))
            }
            guard all > 1 else { return }
            let state = texts(inspection.failure == nil ? "node.state.reported" : "node.state.unreachable")
            let values = ["done": "\(done)", "all": "\(all)", "node": inspection.target, "state": state]
            Console.error(texts("node.progress", values))
        }
    }

    /// The nodes that were named, or those of the file, or all of the cluster.
    /// - Returns: also whether pods are left behind.
    private func throughPods(_ file: ClusterConfig?) throws -> ([NodeInspection], Bool) {
        let names = try Console.saying { () throws(Refusal) in
            node.isEmpty ? try file.map { file throws(Refusal) in try wanted(file).nodes().map(\.address) } : node
        }
        let session: PodSession
        switch try pods.session(names, lifetime: 2 * deadline + 120) {
        case .failure(let failure): return (failure.inspections(cluster: texts("pods.cluster")), false)
        case .success(let prepared): session = prepared
        }
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let (found, left) = session.inspect(
            NodeGathering.Way(parallel: parallel, deadlineSeconds: deadline),
            cancellation: cancellation,
            each: progress(of: session.targets.count)
        )
        if let left { PodText.say(left) }
        guard let found else { throw ExitStatus.interrupted.exit }
        return (found, left != nil)
    }
}
