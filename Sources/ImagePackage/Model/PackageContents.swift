/// What a package holds.
package struct PackageContents: Sendable {
    /// In the order in which the package stores them.
    package let images: [PackagedImage]
    /// Files that belong to no image, as paths below the package.
    package let others: [String]

    /// Every blob once, in stored order.
    package var blobs: [PackagedBlob] {
        var seen: Set<String> = []
        return images.flatMap(\.blobs).filter { $0.isStored && seen.insert($0.id).inserted }
            .sorted { ($0.source?.order ?? []).lexicographicallyPrecedes($1.source?.order ?? []) }
    }
}

/// How far a walk has come.
package struct PackageProgress: Equatable, Sendable {
    /// Bytes of the package file, not of what is inside.
    package let bytesRead: Int64
    package let bytesTotal: Int64
    package let imagesFound: Int
}
