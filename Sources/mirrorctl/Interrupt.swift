import Glibc
import Threads

/// Ctrl-C, SIGTERM and the end of the terminal while a command works: end the work in order instead of the process.
enum Interrupt {
    static func watch(_ action: @escaping @Sendable () -> Void) -> SignalWatch { watch { _ in action() } }

    /// Until it is cancelled, these signals do `action` and nothing else.
    /// - Parameter action: is told the signal's number.
    static func watch(_ action: @escaping @Sendable (_ signal: Int32) -> Void) -> SignalWatch {
        let watched = [SIGINT, SIGTERM, SIGHUP].filter { number in
            let before = signal(number, SIG_IGN)
            // Under nohup a terminal may go.
            return number != SIGHUP || !isIgnored(before)
        }
        return SignalWatch(watched, action: action)
    }
}

/// `SIG_IGN` is a number, not a function, and functions are compared by their bits.
private func isIgnored(_ handler: __sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// Signals that stand for an error of `write`: a reader that goes away (`mirrorctl … | head`), a limit on the size of files
/// (`ulimit -f`). Whoever writes hears of it, says it, and takes away what is half written.
func ignoreWriteSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
}

/// The system's words for an error number.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
