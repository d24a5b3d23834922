import Dispatch
import Synchronization

/// A plain layer, compressed on the way: a few chunks ahead of the reader, each on a core of its own.
final class CompressedBytes: BlobBytes {
    private let space: any ByteSpace
    private let diffID: String
    private let encoding: LayerEncoding
    /// Chunks that are compressed at a time.
    private let width: Int
    private let plain: Hash

    private var offset: Int64 = 0
    private var waiting: [Chunk] = []
    private var chunk: [UInt8] = []
    private var position = 0

    init(_ space: any ByteSpace, diffID: String, encoding: LayerEncoding, width: Int) throws(PackageError) {
        self.space = space
        self.diffID = diffID
        self.encoding = encoding
        self.width = width
        plain = try Hash(for: diffID)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        while position == chunk.count {
            try fill()
            guard !waiting.isEmpty else { return 0 }
            guard let bytes = waiting.removeFirst().value() else { throw .noMemory }
            (chunk, position) = (bytes, 0)
            try fill()
        }
        let count = min(buffer.count, chunk.count - position)
        chunk.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
        position += count
        return count
    }

    func checkedDiffID() throws(PackageError) -> String? {
        let actual = plain.digest
        guard actual == diffID else {
            throw .digestMismatch(name: space.name, expected: diffID, actual: actual)
        }
        return actual
    }

    private func fill() throws(PackageError) {
        while waiting.count < width, offset < space.length ?? 0 || offset == 0 {
            let bytes = try space.bytes(at: offset, LayerEncoding.chunkSize)
            guard !bytes.isEmpty || offset == 0 && waiting.isEmpty && chunk.isEmpty else { return }
            plain.update(bytes)
            offset += Int64(bytes.count)
            waiting.append(Chunk(bytes, encoding))
            if bytes.isEmpty { return }
        }
    }
}

/// One chunk on its way through the encoder.
private final class Chunk: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex<[UInt8]?>(nil)

    init(_ plain: [UInt8], _ encoding: LayerEncoding) {
        DispatchQueue.global().async { [self] in
            let bytes = encoding.compress(plain)
            result.withLock { $0 = bytes }
            done.signal()
        }
    }

    /// Waits for it.
    func value() -> [UInt8]? {
        done.wait()
        return result.withLock { $0 }
    }
}
