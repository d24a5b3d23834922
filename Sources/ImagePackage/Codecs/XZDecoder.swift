import CXZ

/// A whole .xz file, or one block of it.
final class XZDecoder: Decoder {
    private let decoder: OpaquePointer

    var memory: UInt64 { mx_decoder_memory(decoder) }

    init(limit: UInt64) throws(DecoderFailure) {
        guard let decoder = mx_stream_new(limit) else { throw .needsMemory(1 << 20) }
        self.decoder = decoder
    }

    /// - Parameter header: at least the block's header; decoding begins after it.
    init(block: XZBlock, header: [UInt8], limit: UInt64) throws(DecoderFailure) {
        var status = MX_CORRUPT
        var memory: UInt64 = 0
        let decoder = mx_block_new(
            header,
            header.count,
            block.check,
            UInt64(block.unpaddedSize),
            limit,
            &status,
            &memory
        )
        guard let decoder else { throw status == MX_MEMORY ? .needsMemory(memory) : .corrupt }
        self.decoder = decoder
    }

    deinit { mx_decoder_free(decoder) }

    func decode(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) throws(DecoderFailure) -> DecoderStep {
        var step = DecoderStep()
        let status = mx_decode(
            decoder,
            input.bindMemory(to: UInt8.self).baseAddress,
            input.count,
            &step.used,
            output.bindMemory(to: UInt8.self).baseAddress,
            output.count,
            &step.made,
            isLast ? 1 : 0
        )
        switch status {
        case MX_MORE: break
        case MX_END: step.ended = true
        case MX_MEMORY: throw .needsMemory(memory)
        default: throw .corrupt
        }
        return step
    }
}

/// Where one block of an .xz file lies, compressed and decoded.
struct XZBlock: Sendable {
    let start: Int64
    let size: Int64
    let unpaddedSize: Int64
    let plainStart: Int64
    let plainSize: Int64
    let check: UInt32
}

extension XZBlock {
    /// Bytes that the indexes may take: those of some thousand streams, or of 100,000 blocks. liblzma puts each new stream
    /// before all the others again, which is quadratic.
    private static let indexMemory: UInt64 = 2 << 20

    /// Reads the index at the end of an .xz file: a few KiB of it, whatever its size.
    /// - Returns: `nil` for a file of so many streams that it had better be read from its beginning.
    static func all(of space: any ByteSpace, length: Int64) throws(PackageError) -> [XZBlock]? {
        guard let index = mx_index_new(UInt64(length), indexMemory) else { throw .noMemory }
        defer { mx_index_free(index) }
        var offset: Int64 = 0
        var window = IndexWindow()
        while true {
            let bytes = try window.bytes(of: space, at: offset)
            guard !bytes.isEmpty else { throw .truncated(name: space.name, offset: length) }
            var seek: UInt64 = 0
            let status = bytes.withUnsafeBufferPointer {
                mx_index_step(index, $0.baseAddress, $0.count, &seek)
            }
            switch status {
            case MX_MORE: offset += Int64(bytes.count)
            case MX_SEEK:
                let next = Int64(clamping: seek)
                window.isGoingBack = next < offset
                offset = next
            case MX_END:
                var blocks: [XZBlock] = []
                var block = mx_block()
                while mx_index_next(index, &block) != 0 { blocks.append(XZBlock(block)) }
                return blocks
            case MX_MEMORY: return nil
            // Without its index it is either cut off or damaged at the end; the former is the usual case.
            default: throw .truncated(name: space.name, offset: length)
            }
        }
    }

    /// What was read last. The index of each stream is looked for from the end backwards: thousands of small streams lie in
    /// one window.
    private struct IndexWindow {
        private var start: Int64 = 0
        private var bytes: [UInt8] = []
        var isGoingBack = false

        private static let size: Int64 = 32 << 10

        mutating func bytes(of space: any ByteSpace, at offset: Int64) throws(PackageError) -> ArraySlice<UInt8> {
            if offset < start || offset >= start + Int64(bytes.count) {
                start = isGoingBack ? max(0, offset - Self.size / 4 * 3) : offset
                bytes = try space.bytes(at: start, Int(Self.size))
            }
            return offset - start < Int64(bytes.count) ? bytes[Int(offset - start)...] : []
        }
    }

    private init(_ block: mx_block) {
        start = Int64(clamping: block.offset)
        size = Int64(clamping: block.size)
        unpaddedSize = Int64(clamping: block.unpadded_size)
        plainStart = Int64(clamping: block.plain_offset)
        plainSize = Int64(clamping: block.plain_size)
        check = block.check
    }
}
