import Foundation

/// Runs what blocks on a thread of its own: tests are tasks, and their pool has no more threads than the machine has cores.
package func offPool<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}
