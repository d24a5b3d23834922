import CISAL
import CZstd

/// Makes one gzip member or zstd frame of each chunk of a layer; its memory is used for one chunk after another.
final class ChunkEncoder {
    private let state: State

    private enum State {
        case gzip(OpaquePointer)
        case zstd(OpaquePointer)
    }

    private static let zstdLevel: Int32 = 3

    init(_ encoding: LayerEncoding) throws(PackageError) {
        let encoder: OpaquePointer? =
            switch encoding {
            case .gzip: mi_encoder_new()
            case .zstd: ZSTD_createCCtx()
            }
        guard let encoder else { throw .noMemory }
        state = encoding == .gzip ? .gzip(encoder) : .zstd(encoder)
    }

    deinit {
        switch state {
        case .gzip(let encoder): mi_encoder_free(encoder)
        case .zstd(let context): ZSTD_freeCCtx(context)
        }
    }

    /// Bytes that a chunk can become.
    static func bound(_ encoding: LayerEncoding) -> Int {
        switch encoding {
        case .gzip: mi_bound(LayerEncoding.chunkSize)
        case .zstd: ZSTD_compressBound(LayerEncoding.chunkSize)
        }
    }

    /// - Parameters:
    ///   - count: which of `plain` are the chunk.
    ///   - packed: as large as `bound` says.
    /// - Returns: how many bytes were made; 0 when it failed.
    func encode(_ plain: [UInt8], _ count: Int, into packed: inout [UInt8]) -> Int {
        packed.withUnsafeMutableBufferPointer { target in
            guard let start = target.baseAddress else { return 0 }
            switch state {
            case .gzip(let encoder): return mi_gzip(encoder, plain, count, start, target.count)
            case .zstd(let context):
                let made = ZSTD_compressCCtx(context, start, target.count, plain, count, Self.zstdLevel)
                return ZSTD_isError(made) == 0 ? made : 0
            }
        }
    }
}
