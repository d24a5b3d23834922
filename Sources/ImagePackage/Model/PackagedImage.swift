import MirrorCore

/// One image of a package, as it will stand in the registry.
package struct PackagedImage: Sendable {
    /// As the package names it: `gcr.io/foo/bar:1`.
    package let name: String
    /// The path without its registry host: `foo/bar`.
    package let repository: String
    /// The package gave no name: it is made from the file's.
    package let isNameGuessed: Bool
    /// Of the image itself; a referrer has its own in `PackagedManifest.tags`.
    package let tags: [String]
    /// The nested archive or folder it stands in, as a path below the package; empty for the package itself.
    package let source: String
    /// Every blob its manifests name, each once.
    package let blobs: [PackagedBlob]
    /// How many of its blobs may be open at a time without each step being paid twice.
    package internal(set) var concurrentReaders = 1
    /// Why it cannot be pushed: a blob that the package lacks, a manifest that does not match its digest.
    package let trouble: PackageError?

    let form: Form
    /// Stored order.
    var order: [Int64] = []

    enum Form: Sendable {
        /// Children before parents, a subject before its referrers.
        case layout([PackagedManifest])
        case docker(DockerImage)
    }

    /// Blobs whose digest is known only after they were compressed.
    package var unmade: [PackagedBlob] { blobs.filter { $0.digest == nil } }

    /// What to put into the registry after the blobs, in this order: children before parents, a subject before its
    /// referrers. The last one with `tags` is not always the image: a referrer may follow it.
    /// - Parameter made: what `BlobStream.made` said of each blob without a digest, by `PackagedBlob.id`.
    /// - Returns: `nil` while one of them is missing.
    package func manifests(made: [String: MadeBlob] = [:]) -> [PackagedManifest]? {
        switch form {
        case .layout(let manifests): manifests
        case .docker(let image): image.manifest(made: made, tags: tags).map { [$0] }
        }
    }

    /// The same image with OCI's media types, under another digest: only where the package has no manifest, and so no digest that
    /// anybody could ask for.
    package func manifestsAsOCI(made: [String: MadeBlob] = [:]) -> [PackagedManifest]? {
        guard case .docker(let image) = form, image.isDocker else { return nil }
        return image.manifest(made: made, tags: tags, isOCI: true).map { [$0] }
    }
}

/// A manifest or an index, bytes as they will be sent.
package struct PackagedManifest: Equatable, Sendable {
    package let digest: String
    package let mediaType: String
    package let bytes: [UInt8]
    /// Tags to put it under; without any it is put under its digest.
    package let tags: [String]
}
