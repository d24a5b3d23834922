import Synchronization

/// Whether the reading of a package is to end, asked at each decoded page: between two images may lie minutes of decoding.
final class ReadingStop: Sendable {
    private let isWanted = Mutex<@Sendable () -> Bool> { false }

    func when(_ condition: @escaping @Sendable () -> Bool) { isWanted.withLock { $0 = condition } }

    func check() throws(PackageError) {
        if isWanted.withLock({ $0() }) { throw .stopped }
    }
}
