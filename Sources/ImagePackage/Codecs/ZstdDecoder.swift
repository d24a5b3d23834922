import CZstd

/// zstd frames, one after another.
final class ZstdDecoder: Decoder {
    private let context: OpaquePointer
    private var isBetween = true

    /// Largest window that is granted: 64 MiB, more than any level but `--ultra -22` and `--long` uses.
    private static let windowLog: Int32 = 26

    var memory: UInt64 { UInt64(ZSTD_sizeof_DCtx(context)) }

    init() throws(DecoderFailure) {
        guard let context = ZSTD_createDCtx() else { throw .needsMemory(1 << 20) }
        self.context = context
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    }

    deinit { ZSTD_freeDCtx(context) }

    func decode(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) throws(DecoderFailure) -> DecoderStep {
        if isBetween, input.isEmpty { return DecoderStep(used: 0, made: 0, ended: isLast) }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(context, &target, &source)
        if ZSTD_isError(result) != 0 {
            throw ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge
                ? .needsMemory(Self.window(input) ?? 2 << Self.windowLog) : .corrupt
        }
        isBetween = result == 0
        return DecoderStep(used: source.pos, made: target.pos)
    }

    /// What the header of a frame asks for (RFC 8878, section 3.1.1.1.2); `nil` where the frame is its own window.
    private static func window(_ frame: UnsafeRawBufferPointer) -> UInt64? {
        guard frame.count > 5, frame.starts(with: [0x28, 0xB5, 0x2F, 0xFD]), frame[4] & 0x20 == 0 else { return nil }
        let base: UInt64 = 1 << (10 + UInt64(frame[5] >> 3))
        return base + base / 8 * UInt64(frame[5] & 7)
    }
}
