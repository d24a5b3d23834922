import Dispatch
import Synchronization

/// Decodes the next blocks on other cores while one is read, as soon as a reader goes from block to block.
final class ReadAhead: Sendable {
    /// Blocks ahead.
    private let width: Int
    private let state = Mutex(State())

    private struct State {
        var last = -1
        /// Blocks that were read one after the other.
        var inOrder = 0
        var running: Set<Int> = []
    }

    /// - Parameters:
    ///   - blockSize: decoded bytes of the largest block.
    ///   - cache: decoded bytes that are kept; what does not fit beside what is read is not decoded ahead.
    init(blockSize: Int64, cache: Int, cores: Int) {
        let fitting = blockSize > 0 ? Int64(cache) / blockSize - 2 : 0
        width = max(0, min(cores - 1, Int(clamping: fitting)))
    }

    /// A reader is in this block.
    /// - Parameter decode: decodes one whole block into the cache.
    func touch(_ number: Int, of count: Int, decode: @escaping @Sendable (Int) -> Void) {
        guard width > 0 else { return }
        let wanted = state.withLock { state -> [Int] in
            guard number != state.last else { return [] }
            state.inOrder = number == state.last + 1 ? state.inOrder + 1 : 0
            state.last = number
            guard state.inOrder > 0 else { return [] }
            let next = (number + 1..<number + 1 + width).filter { $0 < count && !state.running.contains($0) }
            state.running.formUnion(next)
            return next
        }
        for number in wanted {
            DispatchQueue.global().async { [self] in
                decode(number)
                state.withLock { _ = $0.running.remove(number) }
            }
        }
    }
}
