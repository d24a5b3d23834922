import Diagnosis
import Glibc
import RegistryClient
import Synchronization
import Texts
import Threads

/// One SSH connection to a node that everything shares: the collector, and streams to where the node can reach.
///
/// Streams go through `ssh -W HOST:PORT`: the node resolves the name and makes the connection, we speak TLS and HTTP.
package final class NodeConnection: HTTPConnector {
    package let target: SSHTarget
    /// The socket that other OpenSSH clients share.
    package let controlPath: String
    private let folder: String
    private let end = Cancellation()
    private let clients = Clients()
    private let master = Master()
    /// The client that holds the connection reads from here: it ends with us, however we end.
    private let lifeline: Int32
    /// A stream was not opened because sshd may not.
    let isForbidden = Atomic<Bool>(false)

    /// OpenSSH clients that run for it.
    private final class Clients: Sendable {
        private let number = Watched(0)

        func begin() { number.change { $0 += 1 } }
        func end() { number.change { $0 -= 1 } }

        func waitForAll(seconds: Int) {
            _ = number.wait(until: .now + .seconds(seconds)) { $0 == 0 ? () : nil }
        }
    }

    /// What the client that holds the connection has said, and whether it has ended.
    private final class Master: Sendable {
        let state = Watched((errors: "", hasEnded: false))

        func add(_ bytes: [UInt8]?) {
            guard let bytes else { return state.change { $0.hasEnded = true } }
            state.change { $0.errors = String(($0.errors + String(decoding: bytes, as: UTF8.self)).suffix(8000)) }
        }
    }

    private init(target: SSHTarget, folder: String, lifeline: Int32) {
        self.target = target
        self.lifeline = lifeline
        self.folder = folder
        controlPath = folder + "/c"
    }

    /// Connects and logs in; nobody is asked anything.
    package static func open(
        _ target: SSHTarget,
        deadlineSeconds: Int = 20,
        cancellation: Cancellation = Cancellation()
    ) throws(NodeFailure) -> NodeConnection {
        var template = Array("/tmp/mirrorctl-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .noClient(String(cString: strerror(errno))) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw .noClient(String(cString: strerror(errno)))
        }
        let connection = NodeConnection(target: target, folder: folder, lifeline: pair[0])
        connection.start(pair[1], connectSeconds: max(1, min(10, deadlineSeconds)))
        do throws(NodeFailure) {
            try connection.wait(deadlineSeconds, cancellation)
            return connection
        } catch {
            connection.close()
            throw error
        }
    }

    private func start(_ socket: Int32, connectSeconds: Int) {
        var words = target.arguments(connectSeconds: connectSeconds)
        words += ["-o", "LogLevel=INFO", "-M", "-o", "ControlPath=\(controlPath)", "-o", "ControlPersist=no"]
        let child = ChildProcess("ssh", words + ["--", target.host, "exec cat >/dev/null"])
        attach(child, to: socket, []) { [master] in master.add($0) }
    }

    /// Every client ends with the connection, whatever the other side does.
    private func attach(
        _ child: ChildProcess,
        to socket: Int32,
        _ cancellations: [Cancellation],
        _ heard: @escaping @Sendable ([UInt8]?) -> Void
    ) {
        clients.begin()
        child.attach(to: socket, cancellations: [end] + cancellations) { [clients] bytes in
            heard(bytes)
            if bytes == nil { clients.end() }
        }
    }

    private func wait(_ seconds: Int, _ cancellation: Cancellation) throws(NodeFailure) {
        let limit = ContinuousClock.now + .seconds(seconds)
        while access(controlPath, F_OK) != 0 {
            let (errors, hasEnded) = master.state.current
            if hasEnded { throw NodeFailure(status: 255, errors: errors) }
            guard ContinuousClock.now < limit, !cancellation.isCancelled else { throw .timedOut(seconds: seconds) }
            // The socket is made in silence; what the client says meanwhile counts at once.
            _ = master.state.wait(until: .now + .milliseconds(10), unless: cancellation) { $0.hasEnded ? () : nil }
        }
    }

    /// Ends the connection and everything that goes through it, and waits until it has.
    package func close() {
        end.cancel()
        shutdown(lifeline, Int32(SHUT_RDWR))
        clients.waitForAll(seconds: 2)
        unlink(controlPath)
        unlink(forwardedPath)
        rmdir(folder)
    }

    /// For a client that goes through this connection.
    var sharedArguments: [String] {
        target.arguments(connectSeconds: 10)
            + ["-o", "LogLevel=ERROR", "-o", "ControlPath=\(controlPath)", "-o", "ControlMaster=no"]
    }

    // MARK: Sockets

    private var forwardedPath: String { folder + "/s" }

    /// Makes a socket of the node one of this machine, as the user who has logged in; the same one each time.
    /// - Returns: its path here; it goes with the connection.
    func forward(socket path: String) throws(NodeFailure) -> String {
        if access(forwardedPath, F_OK) == 0 { return forwardedPath }
        var child = ChildProcess("ssh", sharedArguments + ["-O", "forward", "-L", "\(forwardedPath):\(path)"])
        child.arguments += ["--", target.host]
        child.deadlineSeconds = 10
        do throws(ChildProcessError) {
            let result = try child.run(cancellation: end)
            guard result.status.isSuccess, access(forwardedPath, F_OK) == 0 else {
                throw ChildProcessError.system("ssh", reason: String(decoding: result.errors, as: UTF8.self))
            }
            return forwardedPath
        } catch {
            if case .system(_, let reason) = error { throw .noClient(String(reason.suffix(2000))) }
            throw .noClient(Catalogue.english(error.problem))
        }
    }

    deinit {
        close()
        Glibc.close(lifeline)
    }

    // MARK: Streams

    package func connect(host: String, port: Int, milliseconds: Int) throws(HTTPFailure) -> Int32 {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw .other(String(cString: strerror(errno)))
        }
        let heard = Heard()
        // One stream is opened at a time: what the master says from here on is about this one.
        master.state.change { $0.errors = "" }
        let name = host.contains(":") ? "[\(host)]" : host
        let words = target.arguments(connectSeconds: 10)
        let shared = ["-o", "ControlPath=\(controlPath)", "-o", "ControlMaster=no", "-o", "LogLevel=DEBUG3"]
        let child = ChildProcess("ssh", words + shared + ["-W", "\(name):\(port)", "--", target.host])
        let stop = Cancellation()
        attach(child, to: pair[1], [stop]) { heard.add($0) }
        switch heard.wait(milliseconds, end) {
        case .opened:
            return pair[0]
        case .refused:
            Glibc.close(pair[0])
            throw refusal()
        case .silent:
            stop.cancel()
            Glibc.close(pair[0])
            throw .timedOut(.connecting)
        }
    }

    /// What the node's sshd said about the channel that it did not open: words of another program's, which has no others.
    private func refusal() -> HTTPFailure {
        _ = master.state.wait(until: .now + .milliseconds(200)) { $0.errors.contains("open failed") ? () : nil }
        let words = master.state.current.errors
        func says(_ texts: String...) -> Bool { texts.contains { words.contains($0) } }
        if says(Self.prohibited) {
            isForbidden.store(true, ordering: .relaxed)
            return .other(Self.prohibited)
        }
        if says("Connection refused") { return .refused }
        if says("No route to host", "Network is unreachable", "Host is unreachable") { return .unreachable }
        if says("Connection timed out") { return .timedOut(.connecting) }
        if says("name resolution", "Name or service not known", "No address associated", "unknown host") {
            return .nameNotResolved
        }
        // A connect that fails at once loses its reason on the way: there is no route.
        if says("connect failed: open failed") { return .unreachable }
        let last = words.split(separator: "\n").last.map(String.init) ?? "channel not opened"
        return .other(last.split(separator: "open failed: ").last.map(String.init) ?? last)
    }

    /// sshd's words when `AllowTcpForwarding` or `PermitOpen` forbid it.
    package static let prohibited = "administratively prohibited"

    /// What a client says of its stream.
    private final class Heard: Sendable {
        enum Outcome { case opened, refused, silent }

        private let text = Watched((words: "", hasEnded: false))

        func add(_ bytes: [UInt8]?) {
            text.change { text in
                guard let bytes else {
                    text.hasEnded = true
                    return
                }
                if text.words.utf8.count < 64 << 10 { text.words += String(decoding: bytes, as: UTF8.self) }
            }
        }

        func wait(_ milliseconds: Int, _ end: Cancellation) -> Outcome {
            let heard = text.wait(until: .now + .milliseconds(milliseconds), unless: end) { text -> Outcome? in
                if text.words.contains("mux_client_request_stdio_fwd: master session id") { return .opened }
                return text.hasEnded || text.words.contains("tdio forwarding request failed") ? .refused : nil
            }
            return heard ?? .silent
        }
    }
}
