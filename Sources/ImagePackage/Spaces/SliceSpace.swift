/// A part of another space: a file in an archive.
struct SliceSpace: ByteSpace {
    let name: String
    let base: any ByteSpace
    let start: Int64
    let size: Int64

    var length: Int64? { size }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let wanted = min(buffer.count, Int(clamping: size - offset))
        guard wanted > 0, offset >= 0 else { return 0 }
        let count = try base.read(at: start + offset, into: .init(rebasing: buffer[..<wanted]))
        guard count > 0 else { throw .truncated(name: base.name, offset: start + offset) }
        return count
    }

    func pages(at offset: Int64, _ count: Int64) throws(PackageError) -> PageRun? {
        guard offset >= 0, offset < size else { return nil }
        return try base.pages(at: start + offset, min(count, size - offset))
    }
}

/// Bytes in memory.
struct MemorySpace: ByteSpace {
    let name: String
    let content: [UInt8]

    var length: Int64? { Int64(content.count) }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let wanted = min(buffer.count, Int(clamping: Int64(content.count) - offset))
        guard wanted > 0, offset >= 0 else { return 0 }
        content.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[Int(offset)..<Int(offset) + wanted])) }
        return wanted
    }
}
