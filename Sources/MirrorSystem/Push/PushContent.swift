import MirrorCore
import Texts

/// Bytes that go into a registry, by what is known of them before they are read.
package enum BlobName: Hashable, Sendable {
    /// `sha256:…`
    case digest(String)
    /// A layer that is compressed on the way: its digest is known at its end.
    case made(id: String)

    /// The same blob in a journal.
    package var key: String {
        switch self {
        case .digest(let digest): digest
        case .made(let id): "made:\(id)"
        }
    }
}

package struct PushBlob: Hashable, Sendable {
    package let name: BlobName
    /// Bytes in the package: of the blob itself, or of the layer before it is compressed.
    package let size: Int

    package init(name: BlobName, size: Int) {
        self.name = name
        self.size = size
    }
}

/// What a compressed layer has become.
package struct MadeLayer: Equatable, Sendable {
    package let digest: String
    package let size: Int

    package init(digest: String, size: Int) {
        self.digest = digest
        self.size = size
    }
}

/// A manifest as it goes into the registry.
package struct PushManifest: Equatable, Sendable {
    package let bytes: [UInt8]
    package let mediaType: String
    package let digest: String
    /// Without any it is put under its digest.
    package let tags: [String]

    package init(bytes: [UInt8], mediaType: String, digest: String, tags: [String]) {
        self.tags = tags
        self.bytes = bytes
        self.mediaType = mediaType
        self.digest = digest
    }
}

/// An image of the package and where it goes.
package struct PushImage: Sendable {
    /// As the package names it: `gcr.io/NAME:TAG`.
    package let name: String
    /// In the registry, the mirror's namespace included.
    package let repository: String
    /// Empty for what is only reached by its digest.
    package let tags: [String]
    package let blobs: [PushBlob]
    /// Digests of layers that stay where their manifest says: neither in the package nor sent.
    package let foreign: [String]
    /// What a registry that has the image says about it, before any layer is made: the digest of the manifest, or the
    /// config's when the manifest is not known yet.
    package let expects: Expected
    /// Why it cannot be pushed at all.
    package let trouble: PackageTrouble?
    /// Children before the index that names them, a subject before its referrers; `nil` while a layer is missing.
    package let manifests: @Sendable (_ made: [String: MadeLayer]) -> [PushManifest]?
    /// The same for a registry that refuses these; `nil` where there is no other form.
    package let manifestsAsOCI: @Sendable (_ made: [String: MadeLayer]) -> [PushManifest]?
    /// The package has no name for it.
    package let isNameGuessed: Bool

    package enum Expected: Equatable, Sendable {
        case manifest(digest: String)
        case config(digest: String)
    }

    package init(
        name: String,
        repository: String,
        tags: [String],
        blobs: [PushBlob],
        foreign: [String] = [],
        expects: Expected,
        trouble: PackageTrouble? = nil,
        isNameGuessed: Bool = false,
        manifestsAsOCI: @escaping @Sendable (_ made: [String: MadeLayer]) -> [PushManifest]? = { _ in nil },
        manifests: @escaping @Sendable (_ made: [String: MadeLayer]) -> [PushManifest]?
    ) {
        self.name = name
        self.repository = repository
        self.tags = tags
        self.blobs = blobs
        self.foreign = foreign
        self.expects = expects
        self.trouble = trouble
        self.isNameGuessed = isNameGuessed
        self.manifestsAsOCI = manifestsAsOCI
        self.manifests = manifests
    }

    /// The image's own among its manifests: a referrer may follow it.
    func own(_ manifests: [PushManifest]) -> PushManifest? {
        manifests.last { $0.tags == tags } ?? manifests.last
    }

    package var size: Int { Set(blobs).reduce(0) { $0 + $1.size } }
}

extension PushImage: Equatable {
    package static func == (left: PushImage, right: PushImage) -> Bool {
        (left.name, left.repository, left.tags) == (right.name, right.repository, right.tags)
            && (left.blobs, left.expects, left.trouble) == (right.blobs, right.expects, right.trouble)
    }
}

/// The bytes of one blob, from its start, in order; for one thread.
package protocol PieceReader: AnyObject {
    /// The next bytes, never more than 8 MiB; `nil` at the end, when all of them were as the package promises.
    func next() throws(PushFailure) -> [UInt8]?
    /// What a made layer has become; after the end.
    var made: MadeLayer? { get }
    /// Begins again at the first byte; `false` when the package has to be read once more for that.
    func restart() throws(PushFailure) -> Bool
}

/// A package as a push reads it.
package protocol PushSource: Sendable {
    /// Hands over each wanted blob once, about in the order of the package, on at most `readers` threads; a blob that is not
    /// read to its end is skipped.
    func read(
        wanting: Set<BlobName>,
        readers: Int,
        each: @escaping @Sendable (_ blob: BlobName, _ reader: any PieceReader) throws(PushFailure) -> Void
    ) throws(PushFailure)

    /// Whether a blob can be read again without reading the package again.
    var isRandomAccess: Bool { get }

    /// One blob by itself; `nil` when the package does not have it.
    func open(_ blob: BlobName) throws(PushFailure) -> (any PieceReader)?

    /// Whatever is read ends with `cancelled` as soon as the condition holds, however far away the next blob is.
    func stopReading(when condition: @escaping @Sendable () -> Bool)
}

/// A package whose images are not known before it is read: one reading finds them and hands over their bytes.
package protocol PushStream: PushSource {
    /// Hands over each image as soon as it is complete, on at most `readers` threads at a time; until `each` returns its blobs
    /// are at hand, cheapest in their order. What `each` throws ends the reading. After it `read` knows all blobs.
    func images(
        readers: Int,
        each: @escaping @Sendable (_ image: PushImage, _ open: PieceOpener) throws(PushFailure) -> Void
    ) throws(PushFailure)

    /// How far the package is read, in bytes of its file, and how many it has.
    var position: (read: Int, of: Int) { get }
}

/// Opens a blob of the image that is at hand.
package typealias PieceOpener = (BlobName) throws(PushFailure) -> (any PieceReader)?
