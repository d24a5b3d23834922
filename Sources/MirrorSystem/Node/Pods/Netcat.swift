import RegistryClient

/// An image's `nc`: how it is told to connect, and how it says that the connection stands.
///
/// Without such a word a connection that fails later could not be told from a server that hangs up.
enum Netcat: String, Equatable, Sendable {
    /// `-v`: BusyBox with nc 1.10's options, OpenBSD's, the traditional one, Nmap's.
    case verbose
    /// BusyBox's small one: `-e` runs a program when it is connected.
    case executing

    /// The small one connects twice: once to see whether it can.
    private static let mark = "mirrorctl: connected"

    /// Prints which one the image has; nothing for none.
    static let question = """
        command -v nc >/dev/null 2>&1 || exit 0
        usage=$(nc -h 2>&1 </dev/null; nc --help 2>&1 </dev/null)
        case $usage in
        *BusyBox*-v*Verbose*) echo verbose ;;
        *BusyBox*'-e PROG'*) echo executing ;;
        *BusyBox*) ;;
        *) echo verbose ;;
        esac
        """

    /// `sh -c` and what follows.
    func command(host: String, port: Int, seconds: Int) -> [String] {
        let script =
            switch self {
            case .verbose: "exec nc -v -w \"$3\" \"$1\" \"$2\""
            case .executing:
                "nc -w \"$3\" \"$1\" \"$2\" -e true </dev/null || exit; echo '\(Self.mark)' >&2; exec nc \"$1\" \"$2\""
            }
        return ["/bin/sh", "-c", script, "sh", host, "\(port)", "\(seconds)"]
    }

    /// Whether it has said that it is connected.
    func isOpen(_ words: String) -> Bool {
        words.split(whereSeparator: \.isNewline).contains { line in
            line == Self.mark || line.hasSuffix(" open") || line.hasSuffix("succeeded!")
                || line.contains("Connected to ")
        }
    }

    /// Why it has not connected; `nil` for words that are not known.
    static func failure(_ words: String) -> HTTPFailure? {
        func says(_ texts: String...) -> Bool { texts.contains { words.contains($0) } }
        if says("Connection refused") { return .refused }
        if says(
            "bad address",
            "Unknown host",
            "forward host lookup failed",
            "Name or service not known",
            "Could not resolve",
            "could not be resolved",
            "name resolution",
            "No address associated",
            "nodename nor servname"
        ) {
            return .nameNotResolved
        }
        if says("No route to host", "unreachable") { return .unreachable }
        if says("timed out", "TIMEOUT") { return .timedOut(.connecting) }
        return nil
    }
}
