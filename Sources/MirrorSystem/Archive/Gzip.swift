import CZlib

/// Packs as gzip piece by piece; the same input gives the same bytes: no time and no name are in the header.
package struct Gzip: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: 65536)

    /// - Parameter level: 1 is fast, 9 is small.
    package init(level: Int32 = 6) throws(GzipError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard mz_deflate_begin(stream, level) == Z_OK else {
            stream.deallocate()
            throw .noMemory
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// What can be written after this input; often nothing yet.
    package mutating func push(_ input: [UInt8]) -> [UInt8] { turn(input, Z_NO_FLUSH) }

    /// The rest, with the checksum.
    package mutating func finish() -> [UInt8] { turn([], Z_FINISH) }

    package static func whole(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
        var gzip = try Gzip()
        return gzip.push(bytes) + gzip.finish()
    }

    private mutating func turn(_ input: [UInt8], _ flush: Int32) -> [UInt8] {
        let stream = stream
        var result: [UInt8] = []
        var rest = input[...]
        repeat {
            // zlib counts in 32 bits.
            let piece = rest.prefix(1 << 30)
            rest = rest.dropFirst(piece.count)
            piece.withUnsafeBufferPointer { source in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                repeat {
                    let made = chunk.withUnsafeMutableBufferPointer { target in
                        stream.pointee.next_out = target.baseAddress
                        stream.pointee.avail_out = UInt32(target.count)
                        _ = deflate(stream, flush)
                        return target.count - Int(stream.pointee.avail_out)
                    }
                    result += chunk[..<made]
                } while stream.pointee.avail_out == 0
            }
        } while !rest.isEmpty
        return result
    }
}

/// The CRC-32 of zip and gzip, continued from `start`.
package func crc32(of bytes: UnsafeRawBufferPointer, from start: UInt32 = 0) -> UInt32 {
    var crc = UInt(start)
    var at = 0
    while at < bytes.count {
        let count = min(bytes.count - at, 1 << 30)
        crc = CZlib.crc32(crc, bytes.baseAddress?.advanced(by: at).assumingMemoryBound(to: UInt8.self), UInt32(count))
        at += count
    }
    return UInt32(truncatingIfNeeded: crc)
}
