import Diagnosis
import MirrorCore
import Texts
import Threads

/// The operator's own kubectl with its login, and the namespace in which pods are created. Only kubectl is spoken to.
package struct KubectlAccess: Equatable, Sendable {
    /// `nil` for what kubectl itself takes.
    package let kubeconfig: String?
    package let context: String?
    package let namespace: String

    package init(kubeconfig: String? = nil, context: String? = nil, namespace: String) {
        self.kubeconfig = kubeconfig
        self.context = context
        self.namespace = namespace
    }

    /// `kubectl … WORDS`, as it is run and shown.
    package func command(_ words: [String]) -> ShellCommand {
        let login = [kubeconfig.map { "--kubeconfig=\($0)" }, context.map { "--context=\($0)" }].compactMap { $0 }
        return ShellCommand(["kubectl"] + login + words)
    }

    /// Within the namespace.
    func inNamespace(_ words: [String]) -> ShellCommand { command(["--namespace=\(namespace)"] + words) }

    func child(_ command: ShellCommand) -> ChildProcess {
        ChildProcess(command.words[0], Array(command.words.dropFirst()))
    }

    /// - Parameter seconds: also told to kubectl, which then says what it waited for.
    /// - Returns: standard output.
    func run(
        _ command: ShellCommand,
        input: [UInt8] = [],
        seconds: Int,
        cancellation: Cancellation = Cancellation()
    ) throws(PodFailure) -> [UInt8] {
        var child = child(command)
        child.arguments.append("--request-timeout=\(max(1, seconds))s")
        child.input = input
        child.deadlineSeconds = max(1, seconds) + 2
        do throws(ChildProcessError) {
            let result = try child.run(cancellation: cancellation)
            if result.status.isSuccess { return result.output }
            throw ChildProcessError.system("kubectl", reason: String(decoding: result.errors, as: UTF8.self))
        } catch {
            throw failure(error)
        }
    }

    /// kubectl's words where it has ended with some.
    func failure(_ error: ChildProcessError, otherwise: (String) -> PodFailure = { .kubectl($0) }) -> PodFailure {
        if case .system(_, let words) = error {
            return PodFailure(kubectl: words, namespace: namespace, otherwise: otherwise)
        }
        return .kubectl(Catalogue.english(error.problem))
    }

    /// The cluster's nodes.
    package func nodes(cancellation: Cancellation = Cancellation()) throws(PodFailure) -> KubernetesNodes {
        let command = command(["get", "nodes", "-o", "go-template=\(KubernetesNodes.template)"])
        let answer = try run(command, seconds: 30, cancellation: cancellation)
        return KubernetesNodes(printed: String(decoding: answer, as: UTF8.self))
    }
}
