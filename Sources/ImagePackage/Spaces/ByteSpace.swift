/// Bytes that can be read at any offset, cheaply or not.
protocol ByteSpace: Sendable {
    /// For errors: the path below the package.
    var name: String { get }
    /// `nil` while only its end would tell.
    var length: Int64? { get }

    /// At least one byte, as many as are at hand up to the buffer's size; 0 at the end.
    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int

    /// The same bytes without a copy, fewer only at the end; `nil` where they do not lie in pages.
    func pages(at offset: Int64, _ count: Int64) throws(PackageError) -> PageRun?
}

extension ByteSpace {
    func pages(at offset: Int64, _ count: Int64) throws(PackageError) -> PageRun? { nil }

    /// As many bytes as the buffer holds, fewer only at the end.
    func fill(at offset: Int64, _ buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        var count = 0
        while count < buffer.count {
            let more = try read(at: offset + Int64(count), into: .init(rebasing: buffer[count...]))
            if more == 0 { break }
            count += more
        }
        return count
    }

    /// Up to `count` bytes, fewer only at the end.
    func bytes(at offset: Int64, _ count: Int) throws(PackageError) -> [UInt8] {
        var failure: PackageError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
            do throws(PackageError) {
                got = try fill(at: offset, .init(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// All of it.
    func document(limit: Int) throws(PackageError) -> [UInt8] {
        let bytes = try bytes(at: 0, min(Int(clamping: length ?? .max), limit) + 1)
        guard bytes.count <= limit else {
            throw .tooLarge(name: name, size: length ?? Int64(bytes.count), limit: limit)
        }
        return bytes
    }
}
