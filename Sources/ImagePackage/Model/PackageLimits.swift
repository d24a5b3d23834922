/// What bounds the work on a package that nobody vouches for.
package struct PackageLimits: Sendable {
    /// Decoded bytes kept to be read again, of all archives together.
    package var cache = 96 << 20
    /// A nested archive up to this size is taken whole into memory when its package can only be read forward.
    package var held: Int64 = 64 << 20
    /// Bytes of nested archives that are in memory at a time.
    package var heldTotal: Int64 = 80 << 20
    /// Decoded bytes kept beside them.
    package var cacheBesideHeld = 24 << 20
    /// Documents of layouts that stand directly in such a package, kept until their index is known.
    package var documents = 24 << 20
    /// One manifest, index or config that is read whole; registries refuse larger manifests.
    package var document = 4 << 20
    /// Names in one archive.
    package var entries = 1 << 20
    /// Archives within archives.
    package var depth = 4
    /// Decoded bytes for each compressed one, once more than `unmeasured` were decoded.
    package var ratio: Int64 = 500
    package var unmeasured: Int64 = 1 << 30
    /// Bytes that one decoder may take.
    package var decoder: UInt64 = 96 << 20

    package init() {}
}
