import Synchronization
import Threads

/// Chunks whose memory is used by one layer after another.
final class ChunkPool: Sendable {
    let encoding: LayerEncoding
    private let free = Mutex<[Chunk]>([])

    /// What three readers take on two cores.
    private static let kept = 12

    init(_ encoding: LayerEncoding) { self.encoding = encoding }

    func take() throws(PackageError) -> Chunk {
        if let chunk = free.withLock({ $0.popLast() }) { return chunk }
        return try Chunk(encoding)
    }

    /// - Parameter chunk: one that nobody is encoding.
    func give(_ chunk: Chunk) {
        free.withLock { if $0.count < Self.kept { $0.append(chunk) } }
    }
}

/// One chunk on its way through the encoder.
final class Chunk: Sendable {
    private struct Bytes: Sendable {
        var plain = [UInt8](repeating: 0, count: LayerEncoding.chunkSize)
        var plainCount = 0
        var packed: [UInt8]
        var packedCount = 0
    }

    /// Bytes that it has become; `nil` while it is not through.
    private let packed = Watched<Int?>(nil)
    private let encoder: Mutex<ChunkEncoder>
    private let bytes: Mutex<Bytes>

    init(_ encoding: LayerEncoding) throws(PackageError) {
        encoder = Mutex(try ChunkEncoder(encoding))
        bytes = Mutex(Bytes(packed: [UInt8](repeating: 0, count: ChunkEncoder.bound(encoding))))
    }

    /// Takes the next plain bytes from a space, fewer than a chunk at its end.
    /// - Returns: how many.
    func take(_ space: any ByteSpace, at offset: Int64, _ hash: Hash) throws(PackageError) -> Int {
        try bytes.withLock { bytes throws(PackageError) in
            let result = bytes.plain.withUnsafeMutableBytes { buffer in
                Result { () throws(PackageError) in
                    let count = try space.fill(at: offset, buffer)
                    hash.update(.init(rebasing: buffer[..<count]))
                    return count
                }
            }
            bytes.plainCount = try result.get()
            return bytes.plainCount
        }
    }

    func begin() {
        Cores.start { [self] in
            let count = bytes.withLock { bytes in
                bytes.packedCount = encoder.withLock { $0.encode(bytes.plain, bytes.plainCount, into: &bytes.packed) }
                return bytes.packedCount
            }
            packed.change { $0 = count }
        }
    }

    /// Waits for it.
    /// - Returns: bytes that it has become; 0 when it failed.
    func wait() -> Int {
        packed.value { packed in
            defer { packed = nil }
            return packed
        }
    }

    func copy(from position: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        bytes.withLock { bytes in
            let count = min(buffer.count, bytes.packedCount - position)
            bytes.packed.withUnsafeBytes { packed in
                buffer.copyMemory(from: .init(rebasing: packed[position..<position + count]))
            }
            return count
        }
    }
}
