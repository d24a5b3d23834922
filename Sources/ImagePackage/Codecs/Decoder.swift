/// Decompresses one stream, forward only.
protocol Decoder: AnyObject {
    /// Bytes that it takes.
    var memory: UInt64 { get }
    /// Makes progress, unless input or room is wanting.
    /// - Parameter isLast: no input will follow.
    func decode(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) throws(DecoderFailure) -> DecoderStep
}

struct DecoderStep {
    var used = 0
    var made = 0
    /// Nothing comes after this.
    var ended = false
}

enum DecoderFailure: Error {
    case corrupt
    case needsMemory(UInt64)
}

extension Codec {
    /// For whole files of this form, one stream after another.
    func decoder(limit: UInt64) throws(DecoderFailure) -> any Decoder {
        switch self {
        case .gzip: try GzipDecoder()
        case .xz: try XZDecoder(limit: limit)
        case .zstd: try ZstdDecoder()
        }
    }
}
