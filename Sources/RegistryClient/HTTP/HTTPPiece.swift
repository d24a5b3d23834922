import CCurl

/// Bytes in memory that are sent from where they are, as often as need be.
package struct HTTPPiece: Sendable {
    package let bytes: [UInt8]
    package let range: Range<Int>
    let pace: HTTPPace?

    /// - Parameter range: which of `bytes`; all of them without it.
    package init(_ bytes: [UInt8], range: Range<Int>? = nil, pace: HTTPPace? = nil) {
        self.bytes = bytes
        self.range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
        self.pace = pace
    }

    package var count: Int { range.count }
}

/// Hands a piece to libcurl as it asks for it.
final class HTTPFeed {
    private let piece: HTTPPiece
    private var at: Int

    init?(_ body: HTTPBody?) {
        guard case .stream(let piece)? = body?.content else { return nil }
        self.piece = piece
        at = piece.range.lowerBound
    }

    func attach(_ easy: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        mc_set_stream(
            easy,
            Int64(piece.count),
            context,
            { bytes, size, room, context in
                guard let bytes, let context else { return 0 }
                return Unmanaged<HTTPFeed>.fromOpaque(context).takeUnretainedValue().fill(bytes, size * room)
            },
            { context, offset, origin in
                guard let context else { return CURL_SEEKFUNC_FAIL }
                return Unmanaged<HTTPFeed>.fromOpaque(context).takeUnretainedValue().seek(Int(offset), origin)
            }
        )
    }

    private func fill(_ target: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        var count = min(room, piece.range.upperBound - at)
        guard count > 0 else { return 0 }
        if let pace = piece.pace { count = pace.wait(for: count) }
        piece.bytes.withUnsafeBytes { source in
            UnsafeMutableRawPointer(target).copyMemory(from: UnsafeRawBufferPointer(rebasing: source[at..<at + count]))
        }
        at += count
        return count
    }

    /// Only back to a place from the start is asked for.
    private func seek(_ offset: Int, _ origin: Int32) -> Int32 {
        guard origin == 0, (0...piece.count).contains(offset) else { return CURL_SEEKFUNC_FAIL }
        at = piece.range.lowerBound + offset
        return CURL_SEEKFUNC_OK
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copyMemory(from source: UnsafeRawBufferPointer) {
        guard let start = source.baseAddress else { return }
        copyMemory(from: start, byteCount: source.count)
    }
}
