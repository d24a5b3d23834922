import Synchronization
import Threads

/// Decodes the next blocks on other cores while one is read, for any number of readers that go from block to block.
final class ReadAhead: Sendable {
    /// Blocks ahead, of all readers together.
    private let width: Int
    private let state = Mutex(State())

    private struct State {
        /// Blocks that were read lately, the last one last. Several readers are in several places.
        var recent: [Int] = []
        var running: Set<Int> = []
    }

    /// Readers that are told apart.
    private static let places = 8

    /// - Parameters:
    ///   - blockSize: decoded bytes of the largest block.
    ///   - cache: decoded bytes that are kept; what does not fit beside what is read is not decoded ahead.
    init(blockSize: Int64, cache: Int, cores: Int) {
        let fitting = blockSize > 0 ? Int64(cache) / blockSize - 2 : 0
        // More than there are cores: a block that takes long does not leave them without work.
        width = cores < 2 ? 0 : max(0, min(cores * 2, Int(clamping: fitting)))
    }

    /// A reader is in this block.
    /// - Parameter decode: decodes one whole block into the cache.
    func touch(_ number: Int, of count: Int, decode: @escaping @Sendable (Int) -> Void) {
        guard width > 0 else { return }
        let wanted = state.withLock { state -> [Int] in
            guard number != state.recent.last else { return [] }
            let isNew = !state.recent.contains(number)
            state.recent.removeAll { $0 == number }
            state.recent.append(number)
            if state.recent.count > Self.places { state.recent.removeFirst() }
            guard isNew, number == 0 || state.recent.contains(number - 1) else { return [] }
            let next = (number + 1..<number + 1 + width).filter { $0 < count && !state.running.contains($0) }
                .prefix(width - state.running.count)
            state.running.formUnion(next)
            return Array(next)
        }
        for number in wanted {
            // A thread of its own: those of the global queue are for what is compressed.
            ThreadGroup.start("package.ahead") { [self] in
                decode(number)
                state.withLock { _ = $0.running.remove(number) }
            }
        }
    }
}
