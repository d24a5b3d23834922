import Dispatch
import Glibc

/// Ctrl-C and SIGTERM while a command works: ends the work in order instead of the process.
enum Interrupt {
    /// Until it is cancelled, both signals do `action` and nothing else.
    struct Watch {
        fileprivate let sources: [any DispatchSourceSignal]

        func cancel() { for source in sources { source.cancel() } }
    }

    static func watch(_ action: @escaping @Sendable () -> Void) -> Watch {
        Watch(
            sources: [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler(handler: action)
                source.resume()
                return source
            }
        )
    }
}

/// A reader that goes away (`mirrorctl … | head`) ends the output, not in a crash report.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// The system's words for an error number.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
