/// How the plain layers of docker-archives are compressed on the way.
///
/// Each MiB is compressed by itself and put one after the other: several cores work on one layer, and the bytes do not
/// depend on how many, nor on which processor (docs/push.md has the figures).
package enum LayerEncoding: String, Sendable, CaseIterable {
    /// What every containerd pulls: ISA-L, level 2.
    case gzip
    /// Smaller and as fast; containerd 1.5 and later: level 3.
    case zstd

    /// Plain bytes that are compressed by themselves.
    static let chunkSize = 1 << 20
}
