import Diagnosis
import Threads

/// Who has a node pull one image, and removes it there.
package protocol CanaryPuller: Sendable {
    /// `nil` for this machine.
    var node: String? { get }
    /// The best that is there.
    func available() -> CanaryReport.Puller?
    /// - Returns: the digest by which the node knows the image.
    func pull(
        _ image: String,
        by puller: CanaryReport.Puller,
        _ cancellation: Cancellation
    ) throws(NodeShell.Failure) -> String
    /// - Parameter names: others that the node may know it by.
    func remove(
        _ image: String,
        alsoKnownAs names: [String],
        by puller: CanaryReport.Puller
    ) throws(NodeShell.Failure)
    /// Whether the node has the image now.
    func holds(_ image: String, by puller: CanaryReport.Puller) throws(NodeShell.Failure) -> Bool
}
