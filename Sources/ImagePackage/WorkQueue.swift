import Synchronization
import Threads

/// Threads that take things from a queue until it is closed. Whoever fills it waits when it is full.
final class WorkQueue<Item: Sendable>: Sendable {
    private let queue: TaskQueue<Item>
    private let group = ThreadGroup("package")
    private let failure = Mutex<(any Error)?>(nil)

    /// - Parameters:
    ///   - ahead: how many may wait for a thread.
    ///   - skip: given what is left once the queue was stopped.
    ///   - work: what it throws stops the queue.
    init(
        threads: Int,
        ahead: Int = 0,
        skip: @escaping @Sendable (Item) -> Void = { _ in },
        work: @escaping @Sendable (Item) throws -> Void
    ) {
        queue = TaskQueue(room: threads + ahead)
        for _ in 0..<threads {
            group.start { [self] in
                queue.work { item in
                    do {
                        if isStopped { skip(item) } else { try work(item) }
                    } catch {
                        failure.withLock { failure in if failure == nil { failure = error } }
                    }
                }
            }
        }
    }

    var isStopped: Bool { failure.withLock { $0 != nil } }

    /// Waits for room.
    func add(_ item: Item) { queue.add(item) }

    /// Waits until all is done.
    /// - Throws: the first failure.
    func finish() throws {
        queue.close()
        group.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}

/// How much may be in memory at a time; one thread takes, any gives back.
final class MemoryGate: Sendable {
    private let limit: Int64
    private let used = Watched<Int64>(0)

    init(limit: Int64) { self.limit = limit }

    /// Waits until there is room; something larger than the limit gets in alone.
    func take(_ size: Int64) {
        used.value { used -> Void? in
            guard used == 0 || used + size <= self.limit else { return nil }
            used += size
            return ()
        }
    }

    func give(_ size: Int64) { used.change { $0 -= size } }
}
