import Diagnosis
import MirrorSystem
import Operations
import Threads
import Wizard

/// Looks before an upgrade, as `ready` does; one look at a time.
final class ReadyService: Sendable {
    private let running = OnlyOne()

    func cancel() { running.cancel() }

    /// Blocks until it is over.
    func look(_ question: ReadyQuestion, progress: @escaping @Sendable (ReadyProgress) -> Void) -> ReadyEnd {
        let cancellation = running.begin()
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
