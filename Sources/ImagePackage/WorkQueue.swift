import Dispatch
import Synchronization

/// Threads that take things from a queue until it is closed. Whoever fills it waits when it is full.
final class WorkQueue<Item: Sendable>: Sendable {
    private let free: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)
    private let ended = DispatchGroup()
    private let state = Mutex(State())
    private let threads: Int

    private struct State {
        var items: [Item] = []
        var failure: (any Error)?
        var isClosed = false
    }

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
        self.threads = threads
        free = DispatchSemaphore(value: threads + ahead)
        for number in 0..<threads {
            // A serial queue has a thread of its own, so that waiting in it keeps nobody else from working.
            DispatchQueue(label: "package.\(number)").async(group: ended) { [self] in
                while let item = take() {
                    do {
                        if isStopped { skip(item) } else { try work(item) }
                    } catch {
                        state.withLock { state in if state.failure == nil { state.failure = error } }
                    }
                    free.signal()
                }
            }
        }
    }

    var isStopped: Bool { state.withLock { $0.failure != nil } }

    /// Waits for room.
    func add(_ item: Item) {
        free.wait()
        state.withLock { $0.items.append(item) }
        ready.signal()
    }

    /// Waits until all is done.
    /// - Throws: the first failure.
    func finish() throws {
        state.withLock { $0.isClosed = true }
        for _ in 0..<threads { ready.signal() }
        ended.wait()
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private func take() -> Item? {
        ready.wait()
        return state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() }
    }
}

/// How much may be in memory at a time; one thread takes, any gives back.
final class MemoryGate: Sendable {
    private let limit: Int64
    private let used = Mutex<Int64>(0)
    private let changed = DispatchSemaphore(value: 0)

    init(limit: Int64) { self.limit = limit }

    /// Waits until there is room; something larger than the limit gets in alone.
    func take(_ size: Int64) {
        while !used.withLock({ used in
            guard used == 0 || used + size <= limit else { return false }
            used += size
            return true
        }) { changed.wait() }
    }

    func give(_ size: Int64) {
        used.withLock { $0 -= size }
        changed.signal()
    }
}
