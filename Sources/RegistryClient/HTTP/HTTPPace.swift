import Synchronization
import Threads

/// A rate that all connections share: whoever sends waits for its part of it.
package final class HTTPPace: Sendable {
    private let bytesPerSecond: Int
    /// When the line is free again.
    private let free = Mutex(ContinuousClock.now)

    /// - Parameter bytesPerSecond: at least 1.
    package init(bytesPerSecond: Int) { self.bytesPerSecond = max(1, bytesPerSecond) }

    /// Waits until some of `count` bytes may go, about 50 ms worth at most; says how many.
    func wait(for count: Int) -> Int {
        let taken = max(1, min(count, bytesPerSecond / 20))
        let duration = Duration.nanoseconds(Int64(taken) * 1_000_000_000 / Int64(bytesPerSecond))
        let start = free.withLock { free in
            let start = max(free, ContinuousClock.now)
            free = start + duration
            return start
        }
        pause(until: start)
        return taken
    }
}
