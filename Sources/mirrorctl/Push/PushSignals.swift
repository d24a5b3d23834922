import Glibc
import MirrorSystem
import Operations
import Synchronization
import Threads

/// Ctrl-C, SIGTERM and the end of the terminal: the first ends the push in order, Ctrl-C again in the middle of a chunk.
final class PushSignals: Sendable {
    let stops = PushStops()
    private let stopping = Mutex<(@Sendable () -> Void)?>(nil)

    /// What to say when a signal comes.
    func whenStopping(_ body: @escaping @Sendable () -> Void) { stopping.withLock { $0 = body } }

    func watch() -> SignalWatch {
        Interrupt.watch { [self] signal in
            // A second Ctrl-C is meant; the end of a session may send more than one signal.
            if stops.stop.isCancelled, signal == SIGINT { stops.abort.cancel() }
            stops.stop.cancel()
            stopping.withLock { $0 }?()
        }
    }
}
