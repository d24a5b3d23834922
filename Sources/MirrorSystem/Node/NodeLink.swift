import Diagnosis
import RegistryClient
import Synchronization

/// What stands between this machine and a node while it is asked: streams begin there, and it ends in order.
package protocol NodeLink: HTTPConnector {
    /// As the operator names the node.
    var node: String { get }
    /// Why the link itself did not open a stream since this was asked last: nothing is said then of whom it was to reach.
    func refusedStream() -> NodeFailure?
    /// Streams that broke off behind the connection since this was asked last.
    func brokenStream() -> NodeFailure?
    /// Ends the link and everything that goes through it, and waits until it has.
    func close()
}

extension NodeConnection: NodeLink {
    package var node: String { target.host }

    package func refusedStream() -> NodeFailure? {
        isForbidden.exchange(false, ordering: .relaxed) ? .forwardingForbidden : nil
    }

    package func brokenStream() -> NodeFailure? { nil }
}
