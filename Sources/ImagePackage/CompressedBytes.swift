/// A plain layer, compressed on the way: a few chunks ahead of the reader, each on a core of its own.
final class CompressedBytes: BlobBytes {
    private let space: any ByteSpace
    private let diffID: String
    private let pool: ChunkPool
    /// Chunks that are compressed at a time.
    private let width: Int
    private let plain: Hash

    private var offset: Int64 = 0
    private var isAtEnd = false
    private var waiting: [Chunk] = []
    /// What is handed out, how much of it there is, and how much is gone.
    private var chunk: Chunk?
    private var count = 0
    private var position = 0

    init(_ space: any ByteSpace, diffID: String, pool: ChunkPool, width: Int) throws(PackageError) {
        self.space = space
        self.diffID = diffID
        self.pool = pool
        self.width = width
        plain = try Hash(for: diffID)
    }

    deinit {
        if let chunk { pool.give(chunk) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        while position == count {
            if let chunk { pool.give(chunk) }
            (chunk, count, position) = (nil, 0, 0)
            try fill()
            guard !waiting.isEmpty else { return 0 }
            let next = waiting.removeFirst()
            count = next.wait()
            guard count > 0 else { throw .noMemory }
            chunk = next
        }
        guard let chunk else { return 0 }
        let copied = chunk.copy(from: position, into: buffer)
        position += copied
        return copied
    }

    func checkedDiffID() throws(PackageError) -> String? {
        let actual = plain.digest
        guard actual == diffID else {
            throw .digestMismatch(name: space.name, expected: diffID, actual: actual)
        }
        return actual
    }

    /// An empty layer is one chunk, too.
    private func fill() throws(PackageError) {
        while waiting.count < width, !isAtEnd {
            let next = try pool.take()
            let taken = try next.take(space, at: offset, plain)
            isAtEnd = taken < LayerEncoding.chunkSize || offset + Int64(taken) == space.length
            guard taken > 0 || offset == 0 else { return pool.give(next) }
            offset += Int64(taken)
            waiting.append(next)
            next.begin()
        }
    }
}
