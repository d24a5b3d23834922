import Synchronization

/// Bytes seen of each blob, from any thread.
final class Seen: Sendable {
    private let state = Mutex<[String: Int]>([:])

    var counts: [String: Int] { state.withLock { $0 } }

    func add(_ id: String, _ count: Int) { state.withLock { $0[id, default: 0] += count } }
}
