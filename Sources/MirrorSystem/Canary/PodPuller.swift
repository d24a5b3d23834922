import Diagnosis
import Threads

/// Has the node's kubelet pull, for a pod that has the canary as its image; removes it with what the node has, through the
/// pod that reads the node.
///
/// The image holds nothing that could run, so the pod ends at once when it is there.
package struct PodPuller: CanaryPuller {
    private let connection: PodConnection
    private let target: KubernetesNode
    private let seconds: Int
    private let tools: NodePuller
    private let tool: CanaryReport.Puller?

    package init(connection: PodConnection, on node: KubernetesNode, socketPath: String, seconds: Int) {
        self.connection = connection
        self.seconds = seconds
        target = node
        tools = NodePuller(
            place: .pod(connection),
            socketPath: socketPath,
            hostsFolder: NodePuller.defaultHostsFolder,
            seconds: min(seconds, 60)
        )
        tool = tools.available()
    }

    package var node: String? { connection.node }

    package func available() -> CanaryReport.Puller? { .kubelet }

    package func pull(
        _ image: String,
        by puller: CanaryReport.Puller,
        _ cancellation: Cancellation
    ) throws(NodeShell.Failure) -> String {
        let pods = connection.pods
        let pod = pods.pod(.pulls, on: target, image: image)
        let status: PodStatus?
        do throws(PodFailure) {
            try pods.create(pod, seconds: seconds)
            status = try pods.wait(for: pod, seconds: seconds, cancellation: cancellation) { status in
                if case .pending = status.state { status.digest != nil } else { true }
            }
        } catch {
            remove(pod)
            throw NodeShell.Failure(text: error.words)
        }
        defer { remove(pod) }
        if let digest = status?.digest { return digest }
        switch status?.state {
        case .imageRefused(let words): throw NodeShell.Failure(text: words)
        case .failed(let words):
            // The image is there, and kubelet does not say which one.
            if let digest = try? tools.digest(of: image, by: known()) { return digest }
            throw NodeShell.Failure(text: words)
        case .ended(let words): throw NodeShell.Failure(text: words)
        case .pending(let words):
            throw NodeShell.Failure(text: [words, pods.warnings(pod) ?? ""].joined(separator: "\n"))
        case .running, .leaving, nil: throw NodeShell.Failure(text: "the pod is gone")
        }
    }

    /// Before the image: a pod that waits would have it pulled once more.
    private func remove(_ pod: NodePod) {
        connection.pods.delete(pod)
        _ = connection.pods.isGone(pod, seconds: 15)
    }

    package func remove(
        _ image: String,
        alsoKnownAs names: [String],
        by puller: CanaryReport.Puller
    ) throws(NodeShell.Failure) {
        try tools.remove(image, alsoKnownAs: names, by: known())
    }

    package func holds(_ image: String, by puller: CanaryReport.Puller) throws(NodeShell.Failure) -> Bool {
        try tools.holds(image, by: known())
    }

    private func known() throws(NodeShell.Failure) -> CanaryReport.Puller {
        guard let tool else { throw NodeShell.Failure(text: "crictl, ctr: not found on the node") }
        return tool
    }
}
