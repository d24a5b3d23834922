/// What bounds the work on a package that nobody vouches for.
package struct PackageLimits: Sendable {
    /// Decoded bytes kept to be read again, of all archives together.
    package var cache = 96 << 20
    /// Bytes of nested archives that are in memory at a time, and of the decoder beside them. One is taken whole into memory
    /// when its package can only be read forward and it leaves room for a small one.
    package var held: Int64 = 144 << 20
    /// Decoded bytes kept beside them.
    package var cacheBesideHeld = 24 << 20
    /// Documents of layouts that stand directly in such a package, kept until their index is known.
    package var documents = 24 << 20
    /// One manifest, index or config that is read whole; registries refuse larger manifests.
    package var document = 4 << 20
    /// One layer; sums of them never overflow.
    package var blob: Int64 = 1 << 42
    /// Names in an archive and those around it; each takes about 700 bytes while its archive is listed.
    package var entries = 100_000
    /// Manifests and blobs of all images of a layout; those that several images share count for each.
    package var parts = 400_000
    /// Archives within archives.
    package var depth = 4
    /// Decoded bytes for each compressed one, once more than `unmeasured` were decoded.
    package var ratio: Int64 = 500
    package var unmeasured: Int64 = 1 << 30
    /// Bytes that one decoder may take.
    package var decoder: UInt64 = 96 << 20

    package init() {}
}
