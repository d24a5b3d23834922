import Dispatch
import Synchronization

/// A thread that waits for something to be looked at again.
final class Sleeper: Sendable {
    private let woken = DispatchSemaphore(value: 0)

    func wake() { woken.signal() }

    /// - Parameter moment: `nil` for ever.
    /// - Returns: `false` when the moment has come and nobody woke it.
    func sleep(until moment: ContinuousClock.Instant?) -> Bool {
        guard let moment else {
            woken.wait()
            return true
        }
        let left = ContinuousClock.now.duration(to: moment)
        // Beyond that a sum of nanoseconds has no room.
        let nanoseconds = min(left, .seconds(1 << 32)) / .nanoseconds(1)
        guard nanoseconds > 0 else { return false }
        return woken.wait(timeout: .now() + .nanoseconds(Int(nanoseconds))) == .success
    }
}

/// Those who wait for the same thing.
final class Sleepers: Sendable {
    private let sleeping = Mutex<[Sleeper]>([])

    func add(_ sleeper: Sleeper) { sleeping.withLock { $0.append(sleeper) } }

    func remove(_ sleeper: Sleeper) { sleeping.withLock { $0.removeAll { $0 === sleeper } } }

    /// Each looks at it again; who finds nothing goes on sleeping.
    func wake() {
        for sleeper in sleeping.withLock({ $0 }) { sleeper.wake() }
    }
}
