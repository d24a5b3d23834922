import MirrorSystem
import Operations
import Threads

/// Asks mirrors for a plan: each is named, and Ctrl-C ends it.
enum PlanAsking {
    static func run<Answer>(
        _ body: (Cancellation, _ asking: (String) -> Void) throws(CancellationError) -> Answer
    ) throws -> Answer {
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        do throws(CancellationError) {
            return try body(cancellation) { Console.error(texts("plan.probing", ["endpoint": $0])) }
        } catch {
            throw ExitStatus.interrupted.exit
        }
    }
}
