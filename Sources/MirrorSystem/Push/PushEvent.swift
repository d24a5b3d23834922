/// What happens during a push, as it happens. Counts are of bytes as the registry stores them, unless it says otherwise.
package enum PushEvent: Equatable, Sendable {
    package enum ImageEnd: Equatable, Sendable {
        /// Sent by this push, and read back.
        case pushed(digest: String)
        /// It was there already, and read back.
        case present(digest: String)
        case failed(PushFailure)
    }

    /// An image that was met in the package; where all are known before the start there is none of these.
    case found(image: Int, PushImage)
    /// How far the package file is read; at the end of it nothing more will be found.
    case packageRead(bytes: Int, of: Int)
    /// An upload of an earlier run goes on from this many bytes; with 0 it begins again, the registry has lost it.
    case resumed(RepositoryBlob, bytes: Int)
    /// The registry has acknowledged this much of a unit, what an earlier run sent included.
    case acknowledged(RepositoryBlob, bytes: Int)
    case unitEnded(RepositoryBlob, UnitEnd)
    case retrying(RepositoryBlob?, PushFailure, milliseconds: Int)
    case chunkShrunk(bytes: Int)
    /// The registry refused an image's manifest for its form and took it with OCI's media types, under another digest.
    case converted(image: Int, from: String, to: String)
    case readingBack(image: Int, blobs: Int, of: Int)
    case imageEnded(image: Int, ImageEnd)

    package enum UnitEnd: Equatable, Sendable {
        /// `bytes` as the registry stores it.
        case sent(bytes: Int)
        case mounted, present, failed
    }
}

/// A blob in a repository.
package struct RepositoryBlob: Hashable, Sendable {
    package let repository: String
    package let blob: BlobName

    package init(repository: String, blob: BlobName) {
        self.repository = repository
        self.blob = blob
    }
}
