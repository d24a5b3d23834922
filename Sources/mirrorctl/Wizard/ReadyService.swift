import Diagnosis
import MirrorSystem
import Operations
import Synchronization
import Threads
import Wizard

/// Looks before an upgrade, as `ready` does; one look at a time.
final class ReadyService: Sendable {
    private let running = Mutex<Cancellation?>(nil)

    func cancel() {
        running.withLock { current in
            current?.cancel()
            current = nil
        }
    }

    /// Blocks until it is over.
    func look(_ question: ReadyQuestion, progress: @escaping @Sendable (ReadyProgress) -> Void) -> ReadyEnd {
        let cancellation = Cancellation()
        running.withLock { current in
            current?.cancel()
            current = cancellation
        }
        let pace = Pace()
        let run = ReadyRun(question, cancellation: cancellation) { if pace.isDue { progress($0) } }
        do throws(ReadyError) {
            return .verdict(try run.verdict())
        } catch .cancelled {
            return .stopped
        } catch {
            return .refused(error.problem, fix: error.fix)
        }
    }
}
