import Synchronization

/// How many bytes go into one request, for all connections to a registry: less after each 413.
package final class ChunkSize: Sendable {
    package static let smallest = 64 << 10
    package static let largest = 8 << 20
    private let bytes: Mutex<Int>

    /// - Parameter bytesPerSecond: a limit under which something should still be acknowledged about twice a second.
    package init(_ bytes: Int = ChunkSize.largest, bytesPerSecond: Int? = nil) {
        let wanted = min(bytes, bytesPerSecond.map { Self.powerOfTwo($0 / 2) } ?? bytes)
        self.bytes = Mutex(min(max(wanted, Self.smallest), Self.largest))
    }

    /// Below this a slow line does not make chunks smaller.
    package static let smallestBySlowness = 1 << 20
    package static let slowMilliseconds = 8_000

    /// The largest that is not more than `count`.
    private static func powerOfTwo(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - max(1, count).leadingZeroBitCount) }

    /// A whole chunk took that long: of one that takes too long, much is lost with a connection; `true` when they are
    /// smaller from now on.
    package func took(_ milliseconds: Int, for count: Int) -> Bool {
        bytes.withLock { bytes in
            guard milliseconds > Self.slowMilliseconds, count >= bytes, bytes > Self.smallestBySlowness else {
                return false
            }
            bytes = max(Self.smallestBySlowness, Self.powerOfTwo(bytes - 1))
            return true
        }
    }

    package var current: Int { bytes.withLock { $0 } }

    /// A request of `count` bytes was too large; `false` when there is nothing smaller to try.
    package func wasTooLarge(_ count: Int) -> Bool {
        bytes.withLock { bytes in
            guard count > Self.smallest else { return false }
            // A power of two, as limits are.
            bytes = min(bytes, max(Self.smallest, Self.powerOfTwo(count - 1)))
            return true
        }
    }
}
