import Glibc
import Synchronization

/// While a child has our terminal: signals that are sent to us are meant for it. We stay until it ends.
struct SignalForwarding {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]
    /// Read by a signal handler; 0 while there is none.
    private static let child = Atomic<Int32>(0)

    /// Called before the child is started: what is caught here is not caught in it.
    init() {
        Self.child.store(0, ordering: .sequentiallyConsistent)
        var action = sigaction()
        action.sa_flags = SA_RESTART | SA_SIGINFO
        action.__sigaction_handler.sa_sigaction = { number, information, _ in
            // Ctrl-C on the terminal reaches the child, too, and twice means something else to many programs.
            guard let information, information.pointee.si_code <= 0 else { return }
            let child = Self.child.load(ordering: .sequentiallyConsistent)
            if child > 0 { kill(child, number) }
        }
        for number in Self.signals { sigaction(number, &action, nil) }
    }

    @Sendable static func begin(_ process: pid_t) { child.store(process, ordering: .sequentiallyConsistent) }

    func end() {
        Self.child.store(0, ordering: .sequentiallyConsistent)
        for number in Self.signals { signal(number, SIG_DFL) }
    }
}
