import Dispatch
import Glibc

/// Ctrl-C, SIGTERM and the end of the terminal while a command works: end the work in order instead of the process.
enum Interrupt {
    /// Until it is cancelled, these signals do `action` and nothing else.
    struct Watch {
        fileprivate let sources: [any DispatchSourceSignal]

        func cancel() { for source in sources { source.cancel() } }
    }

    static func watch(_ action: @escaping @Sendable () -> Void) -> Watch { watch { _ in action() } }

    /// - Parameter action: is told the signal's number.
    static func watch(_ action: @escaping @Sendable (_ signal: Int32) -> Void) -> Watch {
        Watch(
            sources: [SIGINT, SIGTERM, SIGHUP].compactMap { number in
                let before = signal(number, SIG_IGN)
                // Under nohup a terminal may go.
                if number == SIGHUP, isIgnored(before) { return nil }
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { action(number) }
                source.resume()
                return source
            }
        )
    }
}

/// `SIG_IGN` is a number, not a function, and functions are compared by their bits.
private func isIgnored(_ handler: __sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// A reader that goes away (`mirrorctl … | head`) and a limit on files become errors of a write, not the program's end.
func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
}

/// The system's words for an error number.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
