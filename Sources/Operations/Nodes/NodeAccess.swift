import Containerd
import Diagnosis
import MirrorSystem
import Threads

/// A node, and how it is reached.
package enum NodeAccess: Sendable {
    /// This machine, or a tree of files.
    case tree(NodeFolder)
    case ssh(SSHTarget)
    case pod(PodNode)

    /// Of a node that is asked; `nil` for files.
    package var host: String? {
        switch self {
        case .tree: nil
        case .ssh(let target): target.host
        case .pod(let node): node.name
        }
    }

    /// What a finding calls it.
    package var place: String {
        if case .tree(let tree) = self { tree.place } else { host ?? "" }
    }

    /// Whose files a pull is explained by.
    ///
    /// - Parameters:
    ///   - isLive: attempts will be made; the connection stays for them.
    ///   - version: that the operator says it is.
    ///   - left: is told of pods that could not be removed.
    package func pull(
        isLive: Bool,
        version: ContainerdVersion?,
        cancellation: Cancellation,
        left: @escaping @Sendable (LeftPods) -> Void = { _ in }
    ) throws(NodeFailure) -> NodePull {
        switch self {
        case .tree(let tree): return tree.pull
        case .ssh(let target):
            return try NodePull.ask(target, isLive: isLive, givenVersion: version, cancellation: cancellation)
        case .pod(let node):
            let connection = try node.connect(cancellation, left: left)
            return try NodePull.ask(
                through: connection,
                isLive: isLive,
                givenVersion: version,
                cancellation: cancellation
            )
        }
    }
}
