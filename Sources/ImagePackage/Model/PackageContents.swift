/// What a package holds.
package struct PackageContents: Sendable {
    /// In the order in which the package stores them.
    package let images: [PackagedImage]
    /// Files that belong to no image, and were passed over.
    package let others: [PassedFile]

    /// Every blob once, in stored order.
    package var blobs: [PackagedBlob] {
        var seen: Set<String> = []
        return images.flatMap(\.blobs).filter { $0.isStored && seen.insert($0.id).inserted }
            .sorted { ($0.source?.order ?? []).lexicographicallyPrecedes($1.source?.order ?? []) }
    }
}

/// A file of the package that is part of no image.
package struct PassedFile: Equatable, Sendable {
    /// Path below the package.
    package let name: String
    /// Bytes.
    package let size: Int64
    /// In its archive.
    let path: String
    let position: Int64

    init(_ entry: ArchiveEntry) {
        (name, size) = (entry.location.name, entry.size)
        (path, position) = (entry.path, entry.position)
    }

    init(path: String, position: Int64) {
        (name, size) = (path, 0)
        (self.path, self.position) = (path, position)
    }
}

/// How far a walk has come.
package struct PackageProgress: Equatable, Sendable {
    /// Bytes of the package file, not of what is inside.
    package let bytesRead: Int64
    package let bytesTotal: Int64
    package let imagesFound: Int
}
