import Synchronization

/// Work of a kind of which one at a time is wanted: beginning it anew ends the one before.
package final class OnlyOne: Sendable {
    private let current = Mutex<Cancellation?>(nil)

    package init() {}

    /// - Returns: what tells the new one that nobody waits for it any more.
    package func begin() -> Cancellation {
        let cancellation = Cancellation()
        current.withLock { current in
            current?.cancel()
            current = cancellation
        }
        return cancellation
    }

    package func cancel() {
        current.withLock { current in
            current?.cancel()
            current = nil
        }
    }
}
