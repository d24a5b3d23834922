import CZlib

/// gzip members, one after another; zeros after the last are padding.
final class GzipDecoder: Decoder {
    // zlib keeps a pointer to it: it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var isBetween = false

    let memory: UInt64 = 64 << 10

    init() throws(DecoderFailure) {
        stream.initialize(to: z_stream())
        guard mz_inflate_begin(stream) == Z_OK else {
            stream.deallocate()
            throw .needsMemory(memory)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func decode(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) throws(DecoderFailure) -> DecoderStep {
        if isBetween {
            guard let next = input.first, next != 0 else {
                return DecoderStep(used: input.count, made: 0, ended: isLast || !input.isEmpty)
            }
            guard inflateReset(stream) == Z_OK else { throw .corrupt }
            isBetween = false
        }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let result = inflate(stream, Z_NO_FLUSH)
        let step = DecoderStep(
            used: input.count - Int(stream.pointee.avail_in),
            made: output.count - Int(stream.pointee.avail_out)
        )
        switch result {
        case Z_STREAM_END: isBetween = true
        case Z_OK, Z_BUF_ERROR: break
        case Z_MEM_ERROR: throw .needsMemory(memory)
        default: throw .corrupt
        }
        return step
    }
}
