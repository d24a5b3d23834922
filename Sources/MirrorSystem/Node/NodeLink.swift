import Diagnosis
import RegistryClient

/// What stands between this machine and a node while it is asked: streams begin there, and it ends in order.
package protocol NodeLink: HTTPConnector {
    /// As the operator names the node.
    var node: String { get }
    /// What of a failure is the link's own, so that nothing is said of whom it was to reach.
    func trouble(in words: String) -> NodeFailure?
    /// Streams that broke off behind the connection since this was asked last.
    func brokenStream() -> NodeFailure?
    /// Ends the link and everything that goes through it, and waits until it has.
    func close()
}

extension NodeConnection: NodeLink {
    package var node: String { target.host }

    package func trouble(in words: String) -> NodeFailure? {
        words == Self.prohibited ? .forwardingForbidden : nil
    }

    package func brokenStream() -> NodeFailure? { nil }
}
