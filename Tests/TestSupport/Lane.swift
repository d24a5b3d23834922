import Dispatch
import Testing

/// One test after the other on a thread of its own: for those that mostly wait for other programs, and would hold one of
/// the few threads (as many as cores) that all other tests share.
package struct Lane: SuiteTrait, TestTrait, TestScoping {
    private let executor: QueueExecutor

    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        try await withTaskExecutorPreference(executor) { try await function() }
    }

    private final class QueueExecutor: TaskExecutor {
        private let queue: DispatchQueue

        init(_ name: String) { queue = DispatchQueue(label: "lane." + name) }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    fileprivate init(_ name: String) { executor = QueueExecutor(name) }
}

extension Trait where Self == Lane {
    package static var nodes: Lane { Lanes.nodes }
    package static var pods: Lane { Lanes.pods }
    package static var daemons: Lane { Lanes.daemons }
    package static var terminals: Lane { Lanes.terminals }
}

private enum Lanes {
    /// On the machines of `NodeLab`.
    static let nodes = Lane("nodes")
    /// On machines of their own, through kubectl.
    static let pods = Lane("pods")
    /// Real containerds.
    static let daemons = Lane("daemons")
    /// In tmux.
    static let terminals = Lane("terminals")
}
