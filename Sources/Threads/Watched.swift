import Synchronization

/// A value that threads change, and that others wait for.
package final class Watched<Value: Sendable>: Sendable {
    private let value: Mutex<Value>
    private let sleepers = Sleepers()

    package init(_ value: Value) { self.value = Mutex(value) }

    package var current: Value { value.withLock { $0 } }

    package func read<Result: Sendable>(_ body: (Value) -> Result) -> Result { value.withLock { value in body(value) } }

    /// Whoever waits looks at the value afterwards.
    package func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        let result = value.withLock { value in body(&value) }
        sleepers.wake()
        return result
    }

    /// Waits for as long as it takes.
    package func value<Result: Sendable>(when body: (inout Value) -> Result?) -> Result {
        while true {
            if let result = wait(body: body) { return result }
        }
    }

    /// Waits until `body` gives something: it is asked at once, after each change, and a last time at the end.
    ///
    /// - Parameter body: may change the value, of which those who wait are told when it gives something.
    /// - Returns: `nil` when the moment has come, or one of the cancellations, before it gave anything.
    package func wait<Result: Sendable>(
        until moment: ContinuousClock.Instant? = nil,
        unless cancellations: Cancellation...,
        body: (inout Value) -> Result?
    ) -> Result? {
        let sleeper = Sleeper()
        sleepers.add(sleeper)
        for cancellation in cancellations { cancellation.add(sleeper) }
        defer {
            sleepers.remove(sleeper)
            for cancellation in cancellations { cancellation.remove(sleeper) }
        }
        var isLast = false
        while true {
            if let result = value.withLock({ value in body(&value) }) {
                sleepers.wake()
                return result
            }
            guard !isLast else { return nil }
            if cancellations.contains(where: \.isCancelled) || !sleeper.sleep(until: moment) { isLast = true }
        }
    }
}
