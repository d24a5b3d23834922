import Diagnosis
import MirrorSystem
import Texts
import Threads

/// `--via kubectl`: nodes are read through pods of a moment. What would be created is shown and asked for before.
struct PodSession {
    /// A node that was asked for, as the operator names it.
    struct Target: Sendable {
        let name: String
        /// `nil` when the cluster has none of this name.
        let node: KubernetesNode?
    }

    let pods: NodePods
    let targets: [Target]

    /// Looks for the nodes, shows what is to be created, and asks. Nothing has been created when it throws.
    /// - Parameter names: names or addresses; `nil` for all nodes of the cluster.
    /// - Parameter canaries: pods beside the one that reads each node.
    static func prepare(
        _ options: PodOptions,
        _ names: [String]?,
        lifetime: Int,
        canaries: Int = 0
    ) throws -> Result<PodSession, Failure> {
        let access = options.access
        let targets: [Target]
        do throws(PodFailure) {
            let nodes = try access.nodes()
            targets =
                names.map { $0.map { Target(name: $0, node: nodes.node($0)) } }
                ?? nodes.all.map { Target(name: $0.name, node: $0) }
            show(others: try access.ownPods(), of: access)
        } catch {
            return .failure(Failure(names: names ?? [texts("pods.cluster")], failure: error))
        }
        guard !targets.isEmpty else {
            return .failure(Failure(names: [texts("pods.cluster")], failure: .notInCluster))
        }
        let session = PodSession(
            pods: NodePods(access: access, image: options.image ?? "", lifetime: lifetime),
            targets: targets
        )
        try session.consent(options.yes, canaries)
        return .success(session)
    }

    /// Why no node can be asked.
    struct Failure: Error {
        let names: [String]
        let failure: PodFailure

        var inspections: [NodeInspection] {
            names.map { NodeInspection(target: $0, outcome: .failure(.pod(failure)), isFresh: true) }
        }
    }

    // MARK: Consent

    private func consent(_ yes: Bool, _ canaries: Int) throws {
        let found = targets.compactMap(\.node)
        guard let first = found.first else { return }
        let count = found.count + canaries
        let names = targets.filter { $0.node != nil }.prefix(20).map { target in
            target.name == target.node?.name ? target.name : "\(target.name) (\(target.node?.name ?? ""))"
        }
        let values = [
            "count": "\(count)", "namespace": pods.access.namespace, "seconds": "\(pods.lifetime)",
            "nodes": names.joined(separator: ", ") + (found.count > 20 ? ", …" : ""),
        ]
        if !yes {
            Console.error(sample(first).manifest)
            if found.count > 1 { Console.error(texts("pods.others", ["count": "\(found.count - 1)"])) }
            if canaries > 0 { Console.error(texts("pods.canary")) }
        }
        Console.error(texts("pods.summary", values))
        guard try yes || Console.confirm(texts("pods.ask", values), needsYes: "pods.needsYes") else {
            throw Console.fail(Phrase("pods.notCreated"), .interrupted)
        }
    }

    /// The first that will be created.
    private func sample(_ node: KubernetesNode) -> NodePod {
        NodePod(
            .reads,
            name: "mirrorctl-\(pods.run)-1",
            namespace: pods.access.namespace,
            run: pods.run,
            node: node.name,
            image: pods.image,
            seconds: pods.lifetime
        )
    }

    // MARK: What stays behind

    private static func show(others: [OwnPod], of access: KubectlAccess) {
        guard !others.isEmpty else { return }
        Console.error(texts("pods.found", ["namespace": access.namespace]))
        for pod in others.prefix(20) { Console.error("  " + line(pod)) }
        var runs: [String] = []
        for pod in others where !runs.contains(pod.run) { runs.append(pod.run) }
        for run in runs.prefix(5) { Console.error("  → " + access.removal(ofRun: run).description) }
    }

    static func line(_ pod: OwnPod) -> String {
        let values = ["name": pod.name, "node": pod.node, "phase": pod.phase, "created": pod.created]
        return texts("pods.line", values.mapValues(printable))
    }

    static func say(_ left: LeftPods) {
        let names = left.names.isEmpty ? left.words ?? "" : left.names.joined(separator: ", ")
        Console.error("mirrorctl: " + texts("pods.left", ["names": names, "command": left.command.description]))
    }

    // MARK: One node

    /// Ends the command with the finding when there is no such node, or none can be asked.
    static func one(
        _ options: PodOptions,
        _ name: String,
        lifetime: Int,
        canaries: Int = 0,
        output: OutputOptions
    ) throws -> (session: PodSession, node: KubernetesNode) {
        let failure: PodFailure
        switch try prepare(options, [name], lifetime: lifetime, canaries: canaries) {
        case .success(let session):
            if let node = session.targets.first?.node { return (session, node) }
            failure = .notInCluster
        case .failure(let error): failure = error.failure
        }
        throw try NodeSource.unavailable(name, .pod(failure), output)
    }

    func connect(
        to node: KubernetesNode,
        named name: String,
        seconds: Int,
        cancellation: Cancellation
    ) throws(NodeFailure) -> PodConnection {
        try PodConnection.open(
            pods,
            on: node,
            named: name,
            seconds: seconds,
            cancellation: cancellation,
            said: Self.say
        )
    }
}
