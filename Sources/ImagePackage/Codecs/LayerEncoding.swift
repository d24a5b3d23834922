import CDeflate
import CZstd

/// How the plain layers of docker-archives are compressed on the way.
///
/// Each MiB is compressed by itself and put one after the other: several cores work on one layer, and the bytes do not
/// depend on how many. libdeflate makes the same bytes on every processor, which ISA-L's best level does not.
package enum LayerEncoding: String, Sendable, CaseIterable {
    /// What every containerd pulls.
    case gzip
    /// Smaller and faster; containerd 1.5 and later.
    case zstd

    /// Plain bytes that are compressed by themselves.
    static let chunkSize = 1 << 20

    private static let gzipLevel: Int32 = 1
    private static let zstdLevel: Int32 = 3

    /// One gzip member or zstd frame; `nil` without memory.
    func compress(_ plain: [UInt8]) -> [UInt8]? {
        switch self {
        case .gzip:
            guard let compressor = libdeflate_alloc_compressor(Self.gzipLevel) else { return nil }
            defer { libdeflate_free_compressor(compressor) }
            let bound = libdeflate_gzip_compress_bound(compressor, plain.count)
            return Self.filled(bound) { libdeflate_gzip_compress(compressor, plain, plain.count, $0, bound) }
        case .zstd:
            let bound = ZSTD_compressBound(plain.count)
            return Self.filled(bound) { target in
                let count = ZSTD_compress(target, bound, plain, plain.count, Self.zstdLevel)
                return ZSTD_isError(count) == 0 ? count : 0
            }
        }
    }

    private static func filled(_ bound: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = buffer.baseAddress.map(body) ?? 0
        }
        return bytes.isEmpty ? nil : bytes
    }
}
