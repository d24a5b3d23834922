import Synchronization

/// Tells work on other threads that nobody waits for it any more; what waits in it wakes up.
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)
    private let sleepers = Sleepers()

    package init() {}

    package func cancel() {
        flag.store(true, ordering: .releasing)
        sleepers.wake()
    }

    package var isCancelled: Bool { flag.load(ordering: .acquiring) }

    /// Waits until the moment.
    /// - Returns: `false` when it was cancelled before.
    @discardableResult
    package func sleep(until moment: ContinuousClock.Instant) -> Bool {
        let sleeper = Sleeper()
        sleepers.add(sleeper)
        defer { sleepers.remove(sleeper) }
        while !isCancelled {
            guard sleeper.sleep(until: moment) else { return !isCancelled }
        }
        return false
    }

    @discardableResult
    package func sleep(milliseconds: Int) -> Bool { sleep(until: .now + .milliseconds(milliseconds)) }

    func add(_ sleeper: Sleeper) { sleepers.add(sleeper) }
    func remove(_ sleeper: Sleeper) { sleepers.remove(sleeper) }
}
