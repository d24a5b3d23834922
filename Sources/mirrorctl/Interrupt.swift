import Dispatch
import Glibc

/// Ctrl-C and SIGTERM while a command works: ends the work in order instead of the process.
enum Interrupt {
    static func watch(_ action: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler(handler: action)
        source.resume()
        return source
    }
}

/// A reader that goes away (`mirrorctl … | head`) ends the output, not in a crash report.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// The system's words for an error number.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
