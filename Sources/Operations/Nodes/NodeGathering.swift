import Diagnosis
import MirrorCore
import MirrorSystem
import Texts
import Threads

/// Nodes of a cluster config file.
package struct NodesOfFile: Sendable {
    private let config: ClusterConfig
    private let path: String
    private let addresses: Set<String>?
    private let pool: String?

    /// - Parameters:
    ///   - path: of the file, for the sentence when there are none.
    ///   - list: addresses with commas between them; `nil` for all.
    package init(_ config: ClusterConfig, path: String, list: String?, pool: String?) {
        self.config = config
        self.path = path
        addresses = list.map { Set($0.split(separator: ",").map(String.init)) }
        self.pool = pool
    }

    /// Some nodes of the file were chosen, by address or pool.
    package var isSelection: Bool { addresses != nil || pool != nil }

    package func nodes() throws(Refusal) -> [ClusterNodes.Node] {
        let chosen = config.allNodes.filter { node in
            (addresses?.contains(node.address) ?? true) && (pool.map { $0 == node.pool } ?? true)
        }
        guard !chosen.isEmpty else { throw Refusal(Phrase("command.node.noNodes", ["path": path]), .dataError) }
        return chosen
    }

    /// With the user and the key that the file names for them.
    package func targets(sshConfig: String?) throws(Refusal) -> [SSHTarget] {
        try nodes().map {
            SSHTarget(
                host: $0.address,
                user: config.nodes.loginUser ?? "root",
                privateKeyPath: config.nodes.privateKeyPath,
                configPath: sshConfig
            )
        }
    }
}

/// Where the reports of nodes come from.
package enum NodeGathering: Sendable {
    /// A folder of reports that were gathered by other means; a chosen node without one counts as missing.
    case folder(String, NodesOfFile?)
    /// A node's file tree.
    case tree(String)
    /// - hasOwn: this machine may be one of them.
    case ssh([SSHTarget], hasOwn: Bool)
    case here

    /// Read from a disk, in no time.
    package var isInstant: Bool {
        switch self {
        case .folder, .tree: true
        case .ssh, .here: false
        }
    }

    /// How many nodes are asked.
    package var count: Int { if case .ssh(let targets, _) = self { targets.count } else { 1 } }

    package struct Way: Sendable {
        package var parallel: Int
        package var deadlineSeconds: Int

        package init(parallel: Int, deadlineSeconds: Int = 30) {
            self.parallel = parallel
            self.deadlineSeconds = deadlineSeconds
        }
    }

    /// - Parameter each: how many are done, and the one that came; from other threads, one call at a time.
    /// - Returns: `nil` when it was cancelled.
    package func run(
        _ way: Way,
        cancellation: Cancellation,
        each: @escaping @Sendable (_ done: Int, NodeInspection) -> Void = { _, _ in }
    ) throws(Refusal) -> [NodeInspection]? {
        switch self {
        case .folder(let path, let wanted):
            let read = try Refusal.reading(reports: path)
            guard let wanted else { return read }
            let addresses = try wanted.nodes().map(\.address)
            return NodeReportFolder.completed(read, addresses, wanted.isSelection)
        case .tree(let root):
            let report = NodeReport(gathering: DiskNodeFiles(root: root))
            return [NodeInspection(target: root, outcome: .report(report), isFresh: false)]
        case .ssh(let targets, let hasOwn):
            let found = NodeFleet(parallel: way.parallel).collect(
                targets,
                with: NodeCollector(deadlineSeconds: way.deadlineSeconds),
                hasOwn: hasOwn,
                cancellation: cancellation,
                each: each
            )
            return cancellation.isCancelled ? nil : found.compactMap { $0 }
        case .here:
            let collector = NodeCollector(deadlineSeconds: way.deadlineSeconds)
            let outcome = collector.collect(nil, cancellation: cancellation)
            if cancellation.isCancelled { return nil }
            return [NodeInspection(target: outcome.nodeName ?? "localhost", outcome: outcome, isFresh: true)]
        }
    }
}

extension NodeInspection.Outcome {
    /// What the node calls itself.
    fileprivate var nodeName: String? {
        if case .report(let report) = self, !report.name.isEmpty { report.name } else { nil }
    }
}
