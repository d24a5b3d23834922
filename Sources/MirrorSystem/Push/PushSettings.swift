import Glibc
import RegistryClient
import Threads

/// How a push goes about it.
package struct PushSettings: Sendable {
    /// Requests at once, at most.
    package var threads = 4
    package var backoff = Backoff()
    /// How often an upload that the registry forgot is begun again.
    package var restarts = 6
    package var bytesPerSecond: Int?
    package var chunkBytes = ChunkSize.largest
    /// Memory for pieces between the package and the registry.
    package var bufferBytes = 32 << 20

    /// Waits before a retry, or until `stop`.
    package var sleep: @Sendable (_ milliseconds: Int, _ stop: Cancellation) -> Void = PushSettings.sleep

    package init() {}

    private static let sleep: @Sendable (Int, Cancellation) -> Void = { milliseconds, stop in
        stop.sleep(milliseconds: milliseconds)
    }
}
