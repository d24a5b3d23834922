import Diagnosis
import Glibc
import MirrorCore
import Threads

/// Pods that are there and should not be, or of which nobody knows.
package struct LeftPods: Equatable, Sendable {
    /// Without any when the cluster did not say.
    package var names: [String]
    /// Why that is so, in kubectl's words.
    package var words: String?
    /// What removes them.
    package let command: ShellCommand
}

extension NodePods {
    private var selector: String { "--selector=\(NodePod.runKey)=\(run)" }

    /// Deletes whatever this call has created and waits until it is gone.
    /// - Returns: what is left, if anything.
    package func close(seconds: Int = 15) -> LeftPods? {
        guard mayHaveCreated else { return nil }
        let removal = ["delete", "pods", selector, "--ignore-not-found", "--wait=false"]
        let limit = ContinuousClock.now + .seconds(seconds)
        var left = LeftPods(names: [], command: access.removal(ofRun: run))
        var looks = 0
        repeat {
            if looks > 0 { pause(milliseconds: 200) }
            do throws(PodFailure) {
                if looks.isMultiple(of: 20) { _ = try access.run(access.inNamespace(removal), seconds: 15) }
                let listed = try access.run(access.inNamespace(["get", "pods", selector, "-o", "name"]), seconds: 10)
                left.names = String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init)
                left.words = nil
                if left.names.isEmpty {
                    settled()
                    return nil
                }
            } catch {
                left.words = error.words
            }
            looks += 1
        } while ContinuousClock.now < limit
        return left
    }
}

/// A pod of some call of mirrorctl.
package struct OwnPod: Equatable, Sendable {
    package let name: String
    package let run: String
    package let node: String
    package let phase: String
    /// As the API spells it.
    package let created: String
}

extension KubectlAccess {
    /// What deletes those of one call.
    package func removal(ofRun run: String) -> ShellCommand {
        inNamespace(["delete", "pods", "--selector=\(NodePod.runKey)=\(run)"])
    }

    /// All pods of mirrorctl in the namespace.
    package func ownPods(cancellation: Cancellation = Cancellation()) throws(PodFailure) -> [OwnPod] {
        let template =
            "{{range .items}}{{.metadata.name}}\t{{index .metadata.labels \"\(NodePod.runKey)\"}}\t{{.spec.nodeName}}\t"
            + "{{.status.phase}}\t{{.metadata.creationTimestamp}}{{\"\\n\"}}{{end}}"
        let words = ["get", "pods", "--selector=\(NodePod.ownLabel)", "-o", "go-template=\(template)"]
        let answer = try run(inNamespace(words), seconds: 20, cancellation: cancellation)
        return String(decoding: answer, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 5, KubernetesNodes.isName(parts[0]) else { return nil }
            return OwnPod(name: parts[0], run: parts[1], node: parts[2], phase: parts[3], created: parts[4])
        }
    }

    /// Deletes all of them.
    package func deleteOwnPods() throws(PodFailure) {
        let words = ["delete", "pods", "--selector=\(NodePod.ownLabel)", "--ignore-not-found", "--wait=false"]
        _ = try run(inNamespace(words), seconds: 30)
    }
}
