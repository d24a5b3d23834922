import CZlib

/// Unpacks gzip or zlib piece by piece; members that follow one another are one text.
package struct Gunzip: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: 65536)
    private var isAtEnd = false
    private var hasBegun = false

    package init() throws(GzipError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard mz_inflate_begin(stream) == Z_OK else {
            stream.deallocate()
            throw .noMemory
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Hands out what `input` holds unpacked, at most 64 KiB at a time; the pieces stay valid only during the call.
    package mutating func push<Failure: Error>(
        _ input: [UInt8],
        _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(GunzipFailure<Failure>) {
        var rest = input[...]
        while !rest.isEmpty {
            if isAtEnd {
                // Zeros may follow the last member, as tapes leave them.
                guard let next = rest.firstIndex(where: { $0 != 0 }) else { return }
                guard inflateReset(stream) == Z_OK else { throw .gzip(.damaged) }
                rest = rest[next...]
                isAtEnd = false
            }
            hasBegun = true
            let (status, used, made) = turn(rest)
            rest = rest.dropFirst(used)
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
                throw .gzip(status == Z_MEM_ERROR ? .noMemory : .damaged)
            }
            isAtEnd = status == Z_STREAM_END
            if made > 0 { try hand(made, take) }
            if used == 0, made == 0, !isAtEnd { throw .gzip(.damaged) }
        }
        // What the window still holds.
        while !isAtEnd, hasBegun {
            let (status, _, made) = turn([])
            guard made > 0 else {
                isAtEnd = status == Z_STREAM_END
                return
            }
            isAtEnd = status == Z_STREAM_END
            try hand(made, take)
        }
    }

    /// After the last piece.
    package func finish() throws(GzipError) { if !isAtEnd { throw .cutOff } }

    private mutating func turn(_ input: ArraySlice<UInt8>) -> (status: Int32, used: Int, made: Int) {
        let stream = stream
        return input.withUnsafeBufferPointer { source in
            chunk.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(clamping: source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                let given = stream.pointee.avail_in
                let status = inflate(stream, Z_NO_FLUSH)
                return (status, Int(given - stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out))
            }
        }
    }

    private func hand<Failure: Error>(
        _ count: Int,
        _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(GunzipFailure<Failure>) {
        var problem: Failure?
        chunk.withUnsafeBytes { bytes in
            do throws(Failure) { try take(UnsafeRawBufferPointer(rebasing: bytes[..<count])) } catch {
                problem = error
            }
        }
        if let problem { throw .taker(problem) }
    }

    /// All of `bytes` unpacked.
    package static func whole(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        var gunzip = try Gunzip()
        var result: [UInt8] = []
        do throws(GunzipFailure<GzipError>) {
            try gunzip.push(bytes) { (piece) throws(GzipError) in
                guard result.count + piece.count <= limit else { throw .tooLarge }
                result.append(contentsOf: piece)
            }
        } catch {
            switch error {
            case .gzip(let error), .taker(let error): throw error
            }
        }
        try gunzip.finish()
        return result
    }
}

/// The bytes are wrong, or whoever takes them does not want more.
package enum GunzipFailure<Failure: Error>: Error {
    case gzip(GzipError)
    case taker(Failure)
}
