import MirrorSystem
import Synchronization

/// The connection that an interrupt has to end, once there is one.
final class HeldConnection: Sendable {
    private let connection = Mutex<(any NodeLink)?>(nil)

    func hold(_ new: (any NodeLink)?) { connection.withLock { $0 = new } }

    /// - Returns: `false` when there is none yet.
    func close() -> Bool {
        guard let held = connection.withLock({ $0 }) else { return false }
        held.close()
        return true
    }
}
