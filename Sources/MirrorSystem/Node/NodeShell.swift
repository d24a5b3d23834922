import Diagnosis
import MirrorCore
import Texts
import Threads

/// Runs commands on this machine or on a node, as root: by `sudo -n` where another user has logged in.
package struct NodeShell: Sendable {
    package enum Target: Sendable {
        case here
        case ssh(NodeConnection)
        /// In the node's own tree.
        case pod(PodConnection)

        /// `nil` for this machine.
        package var node: String? {
            switch self {
            case .here: nil
            case .ssh(let connection): connection.node
            case .pod(let connection): connection.node
            }
        }
    }

    package let place: Target
    let seconds: Int

    package struct Failure: Error, Equatable, Sendable {
        /// In the command's own words.
        package let text: String
    }

    /// A command that ends with our side: when its input ends, it is told to.
    private static let bound =
        "exec 3<&0; \"$@\" </dev/null & c=$!; { cat <&3; kill $c; } >/dev/null 2>&1 & w=$!; "
        + "wait $c; s=$?; kill $w 2>/dev/null; exit $s"

    /// What becomes of `sh -c SCRIPT sh WORD…` on a node.
    private static let asRoot =
        "if [ \"$(id -u)\" = 0 ]; then exec /bin/sh -c \"$0\" sh \"$@\"; fi; exec sudo -n /bin/sh -c \"$0\" sh \"$@\""

    func run(_ words: [String], _ cancellation: Cancellation = Cancellation()) throws(Failure) -> String {
        let child =
            switch place {
            case .here: ChildProcess(words[0], Array(words.dropFirst()))
            case .ssh, .pod: remote(["/bin/sh", "-c", Self.asRoot, Self.bound] + words)
            }
        return try run(child, words[0], cancellation)
    }

    /// A line of shell that asks and changes nothing.
    func succeeds(_ line: String, asRoot: Bool = true) -> Bool {
        let isHere = if case .here = place { true } else { false }
        let words = asRoot && !isHere ? ["/bin/sh", "-c", Self.asRoot, line] : ["/bin/sh", "-c", line]
        return (try? run(remote(words), line, Cancellation())) != nil
    }

    private func remote(_ words: [String]) -> ChildProcess {
        var child: ChildProcess
        switch place {
        case .here: return ChildProcess(words[0], Array(words.dropFirst()))
        case .ssh(let connection):
            let command = (["exec"] + words).map(shellWord).joined(separator: " ")
            child = ChildProcess("ssh", connection.sharedArguments + ["--", connection.target.host, command])
        case .pod(let connection): child = connection.exec(["chroot", NodePod.hostFolder] + words)
        }
        child.holdsInput = true
        return child
    }

    private func run(_ child: ChildProcess, _ name: String, _ cancellation: Cancellation) throws(Failure) -> String {
        var child = child
        child.deadlineSeconds = seconds
        child.outputLimit = 1 << 20
        do throws(ChildProcessError) {
            let result = try child.run(cancellation: cancellation)
            guard result.status.isSuccess else {
                let text = String(decoding: result.errors.isEmpty ? result.output : result.errors, as: UTF8.self)
                throw ChildProcessError.system(name, reason: String(text.suffix(2000)))
            }
            return String(decoding: result.output, as: UTF8.self)
        } catch {
            if case .system(_, let reason) = error { throw Failure(text: reason) }
            throw Failure(text: Catalogue.english(error.problem))
        }
    }

    /// OpenSSH's words, without the kind of trouble that they were taken for.
    static func words(_ failure: NodeFailure) -> String {
        switch failure {
        case .unreachable(let text), .hostKeyChanged(let text), .hostKeyUnknown(let text), .loginRefused(let text),
            .ended(_, let text), .noClient(let text):
            text
        case .timedOut(let seconds): "\(seconds) s"
        case .forwardingForbidden: NodeConnection.prohibited
        case .pod(let failure): failure.words
        case .report, .missing: ""
        }
    }
}
