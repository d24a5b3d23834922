import Dispatch
import Synchronization

/// Work for a fixed number of threads, each with a connection of its own.
final class TaskQueue<Worker>: Sendable {
    typealias Task = @Sendable (Worker) -> Void

    private struct State {
        var urgent: [Task] = []
        var tasks: [Task] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let unfinished = DispatchGroup()

    /// - Parameter isUrgent: goes before everything that is not.
    func add(isUrgent: Bool = false, _ task: @escaping Task) {
        unfinished.enter()
        state.withLock { state in
            if isUrgent { state.urgent.append(task) } else { state.tasks.append(task) }
        }
        available.signal()
    }

    /// Waits until everything that was added has run, what it has added itself included.
    func waitUntilEmpty() { unfinished.wait() }

    /// Runs tasks until the queue is closed.
    func work(_ worker: Worker) {
        while true {
            available.wait()
            let task: Task? = state.withLock { state in
                if !state.urgent.isEmpty { return state.urgent.removeFirst() }
                return state.tasks.isEmpty ? nil : state.tasks.removeFirst()
            }
            guard let task else { return }
            task(worker)
            unfinished.leave()
        }
    }

    /// Ends `threads` workers once their tasks are done.
    func close(threads: Int) {
        for _ in 0..<threads { available.signal() }
    }
}
