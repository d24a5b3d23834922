import Diagnosis
import MirrorSystem
import Threads

/// Nodes that are read through pods of a moment. It is looked up what would be created; nothing is before a node is asked.
package struct PodSession: Sendable {
    /// A node that was asked for, as the operator names it.
    package struct Target: Sendable {
        package let name: String
        /// `nil` when the cluster has none of this name.
        package let node: KubernetesNode?
    }

    /// Why no node can be asked.
    package struct Failure: Error, Sendable {
        /// `nil` for all of the cluster.
        package let names: [String]?
        package let failure: PodFailure

        /// - Parameter cluster: what all of its nodes are called.
        package func inspections(cluster: String) -> [NodeInspection] {
            (names ?? [cluster]).map { NodeInspection(target: $0, outcome: .failure(.pod(failure)), isFresh: true) }
        }
    }

    package let targets: [Target]
    private let pods: NodePods
    private let canaries: Int

    /// - Parameters:
    ///   - names: names or addresses; `nil` for all nodes of the cluster.
    ///   - lifetime: seconds after which a pod ends by itself.
    ///   - canaries: pods beside the one that reads each node.
    ///   - others: is told of pods of earlier calls that are still there.
    package init(
        _ names: [String]?,
        access: KubectlAccess,
        image: String,
        lifetime: Int,
        canaries: Int = 0,
        others: ([OwnPod]) -> Void
    ) throws(Failure) {
        do throws(PodFailure) {
            let nodes = try access.nodes()
            targets =
                names.map { $0.map { Target(name: $0, node: nodes.node($0)) } }
                ?? nodes.all.map { Target(name: $0.name, node: $0) }
            others(try access.ownPods())
        } catch {
            throw Failure(names: names, failure: error)
        }
        guard !targets.isEmpty else { throw Failure(names: nil, failure: .notInCluster) }
        pods = NodePods(access: access, image: image, lifetime: lifetime)
        self.canaries = canaries
    }

    // MARK: What is to be agreed to

    package struct Proposal: Sendable {
        package let namespace: String
        package let seconds: Int
        /// Pods that read a node.
        package let readers: Int
        package let canaries: Int
        /// The first that will be created.
        package let sample: NodePod
        /// As the operator and the cluster name them.
        package let nodes: [String]
    }

    /// `nil` where nothing would be created.
    package var proposal: Proposal? {
        let found = targets.compactMap(\.node)
        guard let first = found.first else { return nil }
        let sample = NodePod(
            .reads,
            name: "mirrorctl-\(pods.run)-1",
            namespace: pods.access.namespace,
            run: pods.run,
            node: first.name,
            image: pods.image,
            seconds: pods.lifetime
        )
        let nodes = targets.compactMap { target in
            target.node.map { target.name == $0.name ? target.name : "\(target.name) (\($0.name))" }
        }
        return Proposal(
            namespace: pods.access.namespace,
            seconds: pods.lifetime,
            readers: found.count,
            canaries: canaries,
            sample: sample,
            nodes: nodes
        )
    }

    // MARK: Asking

    /// - Parameter each: how many are done, and the one that came; from other threads, one call at a time.
    /// - Returns: the reports, `nil` when it was cancelled, and what is left behind.
    package func inspect(
        _ way: NodeGathering.Way,
        cancellation: Cancellation,
        each: @escaping @Sendable (_ done: Int, NodeInspection) -> Void
    ) -> (nodes: [NodeInspection]?, left: LeftPods?) {
        let collector = NodeCollector(deadlineSeconds: way.deadlineSeconds)
        let found = NodeFleet(parallel: way.parallel).collect(
            targets,
            named: { $0.name },
            cancellation: cancellation,
            ask: { [pods] in pods.inspect($0.node, with: collector, cancellation: cancellation) },
            each: each
        )
        let left = pods.close()
        return (cancellation.isCancelled ? nil : found.compactMap { $0 }, left)
    }

    /// The node of a session for one.
    package func only() throws(Failure) -> PodNode {
        guard let target = targets.first, let node = target.node else {
            throw Failure(names: targets.map(\.name), failure: .notInCluster)
        }
        return PodNode(name: target.name, node: node, pods: pods)
    }
}

/// One node that is read through a pod.
package struct PodNode: Sendable {
    /// As the operator names it.
    package let name: String
    package let node: KubernetesNode
    let pods: NodePods

    /// For a pod to start; its image may have to be pulled.
    private static let seconds = 60

    /// - Parameter left: is told of pods that could not be removed.
    func connect(
        _ cancellation: Cancellation,
        left: @escaping @Sendable (LeftPods) -> Void
    ) throws(NodeFailure) -> PodConnection {
        try PodConnection.open(
            pods,
            on: node,
            named: name,
            seconds: Self.seconds,
            cancellation: cancellation,
            said: left
        )
    }
}
