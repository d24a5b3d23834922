import Diagnosis
import MirrorCore
import MirrorSystem
import Threads

/// A canary through a mirror to a node and back, from the connection to the clean-up.
package struct CanaryJob: Sendable {
    package let mirror: MirrorEndpoint
    package let node: NodeAccess
    package var registryHost = RegistryHost.alwaysMirrored.name
    package var caCertPath: String?
    package var dockerConfigPath: String?
    /// `nil`: the best one that is there.
    package var means: CanaryReport.Puller?
    package var socketPath = NodePuller.defaultSocket
    package var hostsFolder = NodePuller.defaultHostsFolder
    /// For the pull.
    package var seconds = 60

    package init(_ mirror: MirrorEndpoint, on node: NodeAccess) {
        self.mirror = mirror
        self.node = node
    }

    /// How long a pod lives that reads the node meanwhile.
    package static func podLifetime(pulling seconds: Int) -> Int { 2 * seconds + 300 }

    /// - Parameters:
    ///   - left: is told of pods that could not be removed.
    ///   - progress: after every step.
    /// - Throws: why the node cannot be reached; nothing was pushed then.
    package func run(
        _ cancellation: Cancellation,
        left: @escaping @Sendable (LeftPods) -> Void,
        progress: (CanaryReport.Step, CanaryReport.Outcome) -> Void
    ) throws(NodeFailure) -> CanaryReport {
        // One connection for all that happens on the node, before anything is pushed.
        let (puller, connection) = try puller(cancellation, left)
        defer { connection?.close() }
        let run = CanaryRun(
            mirror: mirror,
            registryHost: registryHost,
            caCertPath: caCertPath,
            dockerConfigPath: dockerConfigPath,
            puller: puller,
            means: means
        )
        return run.run(cancellation, progress: progress)
    }

    private func puller(
        _ cancellation: Cancellation,
        _ left: @escaping @Sendable (LeftPods) -> Void
    ) throws(NodeFailure) -> (any CanaryPuller, (any NodeLink)?) {
        switch node {
        case .tree: return (puller(.here), nil)
        case .ssh(let target):
            let connection = try NodeConnection.open(target, cancellation: cancellation)
            return (puller(.ssh(connection)), connection)
        case .pod(let pod):
            let connection = try pod.connect(cancellation, left: left)
            let puller = PodPuller(connection: connection, on: pod.node, socketPath: socketPath, seconds: seconds)
            return (puller, connection)
        }
    }

    private func puller(_ place: NodeShell.Target) -> NodePuller {
        NodePuller(place: place, socketPath: socketPath, hostsFolder: hostsFolder, seconds: seconds)
    }
}
