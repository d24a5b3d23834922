/// A layer or a config of the package.
package struct PackagedBlob: Equatable, Sendable, Identifiable {
    /// The digest; for a layer that is compressed on the way `tar+` or `zstd+` and the digest of its plain bytes. Two blobs with the
    /// same `id` end in the same bytes.
    package let id: String
    /// `nil` until it has been compressed.
    package let digest: String?
    /// Bytes; `nil` until it has been compressed.
    package let size: Int64?
    package let mediaType: String
    /// Nodes fetch it from its `urls`; a registry need not have it.
    package let isForeign: Bool
    /// Bytes in the package, before any compression on the way.
    package let storedSize: Int64

    /// `nil` when the package lacks it.
    let source: BlobSource?

    /// The package holds its bytes.
    package var isStored: Bool { source != nil }

    package static func == (left: PackagedBlob, right: PackagedBlob) -> Bool { left.id == right.id }
}

/// What a blob without a digest became: the end of its stream says it.
package struct MadeBlob: Equatable, Sendable, Codable {
    package let digest: String
    package let size: Int64
    /// Of the plain bytes.
    package let diffID: String

    package init(digest: String, size: Int64, diffID: String) {
        self.digest = digest
        self.size = size
        self.diffID = diffID
    }
}
