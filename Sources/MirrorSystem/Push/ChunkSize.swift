import Synchronization

/// How many bytes go into one request, for all connections to a registry: less after each 413.
package final class ChunkSize: Sendable {
    package static let smallest = 64 << 10
    package static let largest = 8 << 20
    private let bytes: Mutex<Int>

    package init(_ bytes: Int = ChunkSize.largest) {
        self.bytes = Mutex(min(max(bytes, Self.smallest), Self.largest))
    }

    package var current: Int { bytes.withLock { $0 } }

    /// A request of `count` bytes was too large; `false` when there is nothing smaller to try.
    package func wasTooLarge(_ count: Int) -> Bool {
        bytes.withLock { bytes in
            guard count > Self.smallest else { return false }
            // A power of two, as limits are.
            bytes = min(bytes, max(Self.smallest, 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)))
            return true
        }
    }
}
