import Diagnosis
import Threads

extension NodePods {
    /// Creates the pod that reads a node, and waits until it runs.
    package func start(
        on node: KubernetesNode,
        seconds: Int,
        cancellation: Cancellation
    ) throws(PodFailure) -> NodePod {
        let pod = pod(.reads, on: node)
        let begin = ContinuousClock.now
        try create(pod, seconds: seconds)
        do throws(PodFailure) {
            let spent = Int((ContinuousClock.now - begin).components.seconds)
            let left = max(1, seconds - spent)
            let status = try wait(for: pod, seconds: left, cancellation: cancellation) { status in
                if case .pending = status.state { false } else { true }
            }
            try check(status, pod, on: node)
            return pod
        } catch {
            if !cancellation.isCancelled { delete(pod) }
            throw error
        }
    }

    private func check(_ status: PodStatus?, _ pod: NodePod, on node: KubernetesNode) throws(PodFailure) {
        switch status?.state {
        case .running: return
        case .imageRefused(let words): throw .imageNotPulled(image: pod.image, words)
        case .failed(let words), .ended(let words): throw .notStarted(words)
        case .leaving: throw .gone("")
        case .pending(let words):
            let lines = [words, node.isReady ? nil : "node \(node.name): not Ready", warnings(pod)].compactMap { $0 }
            throw .notStarted(lines.joined(separator: "\n"))
        case nil: throw .notStarted("")
        }
    }

    /// Reads a node from the pod's creation to its deletion.
    package func inspect(
        _ node: KubernetesNode?,
        with collector: NodeCollector,
        cancellation: Cancellation
    ) -> NodeInspection.Outcome {
        guard let node else { return .failure(.pod(.notInCluster)) }
        do throws(PodFailure) {
            let pod = try start(on: node, seconds: collector.deadlineSeconds, cancellation: cancellation)
            defer { if !cancellation.isCancelled { delete(pod) } }
            return collector.collect(through: PodConnection(pod, of: self), cancellation: cancellation)
        } catch {
            return .failure(.pod(error))
        }
    }
}
