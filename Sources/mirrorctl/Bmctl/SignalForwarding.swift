import Dispatch
import Glibc
import Synchronization

/// While a child has our terminal: signals that are sent to us are meant for it. We stay until it ends.
final class SignalForwarding: Sendable {
    private let child = Mutex<pid_t?>(nil)
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Called once the child runs: what is ignored here before would be ignored by it, too.
    func begin(_ process: pid_t) {
        child.withLock { $0 = process }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in forward(number) }
            source.resume()
            sources.withLock { $0.append(source) }
        }
    }

    func end() {
        child.withLock { $0 = nil }
        sources.withLock { sources in
            sources.forEach { $0.cancel() }
            sources = []
        }
    }

    private func forward(_ number: Int32) {
        // Ctrl-C on the terminal has reached the child already, and twice means something else to many programs.
        if number == SIGINT, tcgetpgrp(STDIN_FILENO) == getpgrp() { return }
        child.withLock { if let process = $0 { kill(process, number) } }
    }
}
