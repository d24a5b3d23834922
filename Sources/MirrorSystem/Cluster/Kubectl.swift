import MirrorCore
import Texts
import Threads

/// Reads from a managing cluster with the operator's own kubectl. Nothing here writes, and no Secret's value is asked for.
package struct Kubectl: Sendable {
    package let kubeconfig: String
    /// For each call; a cluster that does not answer must not hold up an operator.
    package let deadlineSeconds: Int

    package init(kubeconfig: String, deadlineSeconds: Int = 30) {
        self.kubeconfig = kubeconfig
        self.deadlineSeconds = deadlineSeconds
    }

    /// - Parameters:
    ///   - namespace: `nil` for the one that bmctl usually gives it.
    ///   - withNodePools: asks for them too; the config then holds those of this cluster.
    package func cluster(
        _ name: String,
        namespace: String? = nil,
        withNodePools: Bool = false,
        cancellation: Cancellation = Cancellation()
    ) throws(KubectlError) -> LiveCluster {
        let namespace = namespace ?? KubectlCommand.usualNamespace(of: name)
        var answer = try run(
            KubectlCommand.cluster(name, namespace: namespace, kubeconfig: kubeconfig),
            cancellation
        )
        if withNodePools {
            answer += Array("\n---\n".utf8)
            answer += try run(KubectlCommand.nodePools(namespace: namespace, kubeconfig: kubeconfig), cancellation)
        }
        do {
            return try LiveCluster(kubectl: answer, name: name)
        } catch {
            throw .notUnderstood(error)
        }
    }

    /// Type, mark and keys of a Secret; `nil` when there is none.
    package func secret(
        _ reference: SecretReference,
        cancellation: Cancellation = Cancellation()
    ) throws(KubectlError) -> SecretFacts? {
        do throws(KubectlError) {
            let answer = try run(KubectlCommand.secretFacts(reference, kubeconfig: kubeconfig), cancellation)
            return SecretFacts(reference, printed: String(decoding: answer, as: UTF8.self))
            // kubectl's word; its exit status is the same for everything.
        } catch .failed(_, let words) where words.contains("NotFound") {
            return nil
        }
    }

    /// All Pods, or all nodes, as JSON.
    package func objects(
        _ command: ShellCommand,
        cancellation: Cancellation = Cancellation()
    ) throws(KubectlError) -> [UInt8] {
        try run(command, cancellation, outputLimit: Self.largestList)
    }

    /// Bytes: some ten thousand Pods.
    package static let largestList = 256 << 20

    private func run(
        _ command: ShellCommand,
        _ cancellation: Cancellation,
        outputLimit: Int? = nil
    ) throws(KubectlError) -> [UInt8] {
        var child = ChildProcess(command.words[0], Array(command.words.dropFirst()))
        if let outputLimit { child.outputLimit = outputLimit }
        child.deadlineSeconds = deadlineSeconds
        let result: ChildProcess.Result
        do {
            result = try child.run(cancellation: cancellation)
        } catch {
            throw .notRun(error)
        }
        guard result.status.isSuccess else {
            let words = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").suffix(3)
            throw .failed(command, words: words.joined(separator: " "))
        }
        return result.output
    }
}

/// Why nothing could be read from a managing cluster.
package enum KubectlError: Error, Equatable, Sendable {
    case notRun(ChildProcessError)
    /// kubectl said no; the end of what it said.
    case failed(ShellCommand, words: String)
    case notUnderstood(LiveClusterError)

    package var problem: Phrase {
        switch self {
        case .notRun(let error): error.problem
        case .failed(let command, let words):
            Phrase("kubectl.failed", ["command": command.description, "words": words])
        case .notUnderstood(let error): error.problem
        }
    }

    package var fix: Phrase {
        switch self {
        case .notRun: Phrase("kubectl.fix.notRun")
        case .failed: Phrase("kubectl.fix.failed")
        case .notUnderstood(let error): error.fix
        }
    }
}
