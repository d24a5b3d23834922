import Diagnosis
import Glibc
import Synchronization
import Threads

/// The pods of one call of mirrorctl: each is created, waited for and deleted, and in the end nothing is left of them.
package final class NodePods: Sendable {
    package let access: KubectlAccess
    package let image: String
    /// Eight hexadecimal digits, in the pods' names and in their label.
    package let run: String
    /// After these a pod ends by itself.
    package let lifetime: Int
    private let state = Mutex((count: 0, mayExist: false))

    package init(access: KubectlAccess, image: String, lifetime: Int) {
        self.access = access
        self.image = image
        self.lifetime = lifetime
        let digits = String(UInt32.random(in: .min ... .max), radix: 16)
        run = String(repeating: "0", count: 8 - digits.count) + digits
    }

    var mayHaveCreated: Bool { state.withLock { $0.mayExist } }
    /// Nothing is there any more.
    func settled() { state.withLock { $0.mayExist = false } }

    /// A pod that is not created yet.
    package func pod(_ purpose: NodePod.Purpose, on node: KubernetesNode, image: String? = nil) -> NodePod {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        return NodePod(
            purpose,
            name: "mirrorctl-\(run)-\(number)",
            namespace: access.namespace,
            run: run,
            node: node.name,
            image: image ?? self.image,
            seconds: lifetime
        )
    }

    /// Not to be interrupted: a request that was broken off may be carried out all the same, after we have looked for what
    /// is left.
    package func create(_ pod: NodePod, seconds: Int) throws(PodFailure) {
        do throws(PodFailure) {
            // Fields that an older API server does not have are left out by it: they only take rights away, or profiles.
            let command = access.inNamespace(["create", "--validate=false", "-o", "name", "-f", "-"])
            _ = try access.run(command, input: Array(pod.manifest.utf8), seconds: min(20, seconds))
            state.withLock { $0.mayExist = true }
        } catch {
            if !error.hasCreatedNothing { state.withLock { $0.mayExist = true } }
            throw error
        }
    }

    /// Looks at a pod until `isDone` says that this is it.
    /// - Returns: the last that was seen when the time ends.
    package func wait(
        for pod: NodePod,
        seconds: Int,
        cancellation: Cancellation,
        until isDone: (PodStatus) -> Bool
    ) throws(PodFailure) -> PodStatus? {
        let limit = ContinuousClock.now + .seconds(seconds)
        var milliseconds = 100
        var last: PodStatus?
        while true {
            let command = access.inNamespace(["get", "pod", pod.name, "-o", "json"])
            let answer = try access.run(command, seconds: 10, cancellation: cancellation)
            guard let status = PodStatus(printed: answer) else {
                throw .kubectl(String(decoding: answer.prefix(500), as: UTF8.self))
            }
            last = status
            guard !isDone(status), ContinuousClock.now < limit, !cancellation.isCancelled else { return last }
            cancellation.sleep(milliseconds: milliseconds)
            milliseconds = min(1000, milliseconds * 3 / 2)
        }
    }

    /// The newest warnings about a pod, which say what its status does not; none where they may not be read.
    package func warnings(_ pod: NodePod) -> String? {
        let template = "{{range .items}}{{if eq .type \"Warning\"}}{{.reason}}: {{.message}}{{\"\\n\"}}{{end}}{{end}}"
        let words = [
            "get", "events", "--field-selector=involvedObject.name=\(pod.name)", "-o", "go-template=\(template)",
        ]
        guard let answer = try? access.run(access.inNamespace(words), seconds: 5) else { return nil }
        let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n").suffix(3)
        return lines.isEmpty ? nil : lines.map { String($0.prefix(600)) }.joined(separator: "\n")
    }

    /// Marks one for deletion; the kubelet takes a moment.
    package func delete(_ pod: NodePod) {
        let words = ["delete", "pod", pod.name, "--wait=false", "--ignore-not-found"]
        _ = try? access.run(access.inNamespace(words), seconds: 15)
    }

    /// Whether a pod is gone within the time.
    package func isGone(_ pod: NodePod, seconds: Int) -> Bool {
        let limit = ContinuousClock.now + .seconds(seconds)
        let words = ["get", "pod", pod.name, "-o", "name", "--ignore-not-found"]
        repeat {
            if let answer = try? access.run(access.inNamespace(words), seconds: 10), answer.isEmpty { return true }
            pause(milliseconds: 200)
        } while ContinuousClock.now < limit
        return false
    }
}
