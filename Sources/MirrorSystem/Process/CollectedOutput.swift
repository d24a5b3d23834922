import Synchronization

/// What a child printed, bounded; filled from other threads.
final class CollectedOutput: Sendable {
    private let limit: Int
    private let bytes = Mutex((output: [UInt8](), errors: [UInt8]()))
    private static let errorLimit = 64 << 10

    init(limit: Int) { self.limit = limit }

    var value: (output: [UInt8], errors: [UInt8]) { bytes.withLock { $0 } }

    /// - Returns: `false` when it is more than may be kept.
    func add(_ more: [UInt8], to channel: ChildProcess.Channel) -> Bool {
        bytes.withLock { bytes in
            switch channel {
            case .output:
                guard bytes.output.count + more.count <= limit else { return false }
                bytes.output += more
            case .error:
                bytes.errors += more
                bytes.errors.removeFirst(max(0, bytes.errors.count - Self.errorLimit))
            }
            return true
        }
    }
}
