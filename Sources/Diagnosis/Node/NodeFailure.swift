/// Why a node gave no report; the texts are untrusted and bounded.
package enum NodeFailure: Error, Equatable, Sendable, Codable {
    /// Nothing answers at the address, or its name is not known.
    case unreachable(String)
    /// Its host key is another than the one that is known.
    case hostKeyChanged(String)
    /// Its host key is not known, and nobody is there to say whether it is right.
    case hostKeyUnknown(String)
    case loginRefused(String)
    /// Connected, and then silent.
    case timedOut(seconds: Int)
    /// OpenSSH, or the shell on the node, ended with this status.
    case ended(status: Int, String)
    case report(NodeReportParser.Failure)
    /// Its sshd opens no streams to others: `AllowTcpForwarding`, `PermitOpen`.
    case forwardingForbidden
    /// No report of it came.
    case missing
    /// There is no OpenSSH client here, or it could not be started.
    case noClient(String)
    /// It was asked through a pod.
    case pod(PodFailure)

    /// Reads OpenSSH's own words; status 255 is its own, others are the remote command's.
    package init(status: Int, errors: String) {
        let text = String(errors.prefix(2000))
        func says(_ words: String...) -> Bool { words.contains { errors.contains($0) } }
        if status != 255 {
            self = .ended(status: status, text)
        } else if says("REMOTE HOST IDENTIFICATION HAS CHANGED", "POSSIBLE DNS SPOOFING") {
            self = .hostKeyChanged(text)
        } else if says("Host key verification failed", "No matching host key", "host key is known") {
            self = .hostKeyUnknown(text)
        } else if says("Permission denied (", "Too many authentication failures", "no matching key") {
            self = .loginRefused(text)
        } else {
            self = .unreachable(text)
        }
    }
}
