import Diagnosis
import Glibc
import RegistryClient
import Synchronization
import Texts
import Threads

/// A pod on a node that everything shares: the collector, streams to where the node can reach, and commands.
///
/// Streams go through `kubectl exec` and the image's `nc` on the node's network; we speak TLS and HTTP.
package final class PodConnection: NodeLink {
    package let pod: NodePod
    package let pods: NodePods
    package let node: String
    private let end = Cancellation()
    /// What is said of what stays behind when it closes.
    private let said: @Sendable (LeftPods) -> Void
    private let state = Mutex(State())

    private struct State {
        var netcat: Netcat?
        var hasAsked = false
        var broken: NodeFailure?
        var refused: NodeFailure?
    }

    /// Locked while it closes: whoever comes second waits until nothing is left, or the program might end before.
    private let isClosed = Mutex(false)

    /// Before words of kubectl's where they are shown.
    private static let mark = "kubectl exec: "
    private static let noStreams = "nc: no way to connect in the pod's image"

    /// - Parameter node: as the operator names it; else its name in the API.
    /// - Parameter said: pods that could not be removed.
    package init(
        _ pod: NodePod,
        of pods: NodePods,
        node: String? = nil,
        said: @escaping @Sendable (LeftPods) -> Void = { _ in }
    ) {
        self.pod = pod
        self.pods = pods
        self.node = node ?? pod.node
        self.said = said
    }

    /// Creates a pod and waits until it runs; on failure nothing of it stays.
    package static func open(
        _ pods: NodePods,
        on node: KubernetesNode,
        named name: String,
        seconds: Int,
        cancellation: Cancellation,
        said: @escaping @Sendable (LeftPods) -> Void
    ) throws(NodeFailure) -> PodConnection {
        do throws(PodFailure) {
            let pod = try pods.start(on: node, seconds: seconds, cancellation: cancellation)
            return PodConnection(pod, of: pods, node: name, said: said)
        } catch {
            if let left = pods.close() { said(left) }
            throw .pod(error)
        }
    }

    /// A command in the pod.
    func exec(_ words: [String]) -> ChildProcess {
        pods.access.child(
            pods.access.inNamespace(["exec", "-i", pod.name, "--container=\(NodePod.container)", "--"] + words)
        )
    }

    /// Deletes the pod, and all others of this call of mirrorctl.
    package func close() {
        end.cancel()
        isClosed.withLock { isClosed in
            guard !isClosed else { return }
            isClosed = true
            if let left = pods.close() { said(left) }
        }
    }

    // MARK: Streams

    package func connect(host: String, port: Int, milliseconds: Int) throws(HTTPFailure) -> Int32 {
        // A node's files may name anything; for nc this would be an option.
        guard !host.hasPrefix("-") else { throw .nameNotResolved }
        guard let netcat = try netcat() else { throw refusal(.pod(.noStreams(image: pod.image)), Self.noStreams) }
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw .other(String(cString: strerror(errno)))
        }
        // nc waits longer than we do, so that it is us who says that the time is over.
        let words = netcat.command(host: host, port: port, seconds: milliseconds / 1000 + 30)
        let heard = Heard(netcat)
        let stop = Cancellation()
        exec(words).attach(to: pair[1], cancellations: [end, stop]) { [self] bytes in
            heard.add(bytes)
            if bytes == nil, !stop.isCancelled, !end.isCancelled { note(heard.words) }
        }
        switch heard.wait(milliseconds, end) {
        case .opened: return pair[0]
        case .ended:
            Glibc.close(pair[0])
            if let own = Self.ownWords(heard.words) {
                _ = brokenStream()
                throw refusal(execFailure(own), Self.mark + own)
            }
            let last = heard.words.split(separator: "\n").last { !$0.hasPrefix("command terminated") }
            throw Netcat.failure(heard.words) ?? .other("nc: " + String(last ?? "ended without a word"))
        case .silent:
            stop.cancel()
            Glibc.close(pair[0])
            throw .timedOut(.connecting)
        }
    }

    /// Which one the image has; asked once.
    private func netcat() throws(HTTPFailure) -> Netcat? {
        if let known = state.withLock({ $0.hasAsked ? .some($0.netcat) : nil }) { return known }
        var child = exec(["/bin/sh", "-c", Netcat.question])
        child.deadlineSeconds = 20
        child.outputLimit = 64 << 10
        let failure: ChildProcessError
        do throws(ChildProcessError) {
            let result = try child.run(cancellation: end)
            if result.status.isSuccess {
                let text = String(decoding: result.output, as: UTF8.self)
                let found = Netcat(rawValue: text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
                state.withLock { ($0.netcat, $0.hasAsked) = (found, true) }
                return found
            }
            failure = .system("kubectl", reason: String(decoding: result.errors, as: UTF8.self))
        } catch {
            failure = error
        }
        var words = Catalogue.english(failure.problem)
        if case .system(_, let own) = failure { words = own }
        throw refusal(execFailure(words), Self.mark + words)
    }

    /// What kubectl, not `nc`, has said: only its words tell. A remote command that ended is no trouble of kubectl's.
    private static func ownWords(_ words: String) -> String? {
        let lines = words.split(whereSeparator: \.isNewline).filter { line in
            line.hasPrefix("error: ") || line.hasPrefix("Error from server") || line.hasPrefix("Unable to connect")
                || line.contains("lost connection to pod")
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private func note(_ words: String) {
        guard let own = Self.ownWords(words) else { return }
        let failure = execFailure(own)
        state.withLock { $0.broken = failure }
    }

    func execFailure(_ words: String) -> NodeFailure {
        .pod(PodFailure(kubectl: words, namespace: pod.namespace) { .execFailed($0) })
    }

    package func brokenStream() -> NodeFailure? {
        state.withLock { state in
            defer { state.broken = nil }
            return state.broken
        }
    }

    package func refusedStream() -> NodeFailure? {
        state.withLock { state in
            defer { state.refused = nil }
            return state.refused
        }
    }

    /// Keeps what it was for whoever asks what the failure means.
    private func refusal(_ failure: NodeFailure, _ words: String) -> HTTPFailure {
        state.withLock { $0.refused = failure }
        return .other(words)
    }

    /// What is heard of one stream.
    private final class Heard: Sendable {
        enum Outcome { case opened, ended, silent }

        private let netcat: Netcat
        private let text = Watched((words: "", hasEnded: false))

        init(_ netcat: Netcat) { self.netcat = netcat }

        var words: String { text.current.words }

        func add(_ bytes: [UInt8]?) {
            text.change { text in
                guard let bytes else { return text.hasEnded = true }
                text.words = String((text.words + String(decoding: bytes, as: UTF8.self)).suffix(8000))
            }
        }

        func wait(_ milliseconds: Int, _ end: Cancellation) -> Outcome {
            let heard = text.wait(until: .now + .milliseconds(milliseconds), unless: end) { text -> Outcome? in
                self.netcat.isOpen(text.words) ? .opened : text.hasEnded ? .ended : nil
            }
            return heard ?? .silent
        }
    }
}
