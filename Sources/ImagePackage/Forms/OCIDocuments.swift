import FoundationEssentials
import MirrorCore

/// The members of OCI and Docker documents that a push needs.
struct Descriptor: Decodable, Sendable {
    let mediaType: String?
    let digest: String
    let size: Int64
    let annotations: [String: String]?
    let urls: [String]?

    var isForeign: Bool {
        if urls?.isEmpty == false { return true }
        guard let mediaType else { return false }
        return mediaType.contains(".foreign.") || mediaType.contains("nondistributable")
    }
}

/// A manifest or an index: whichever members it has.
struct ManifestDocument: Decodable, Sendable {
    let mediaType: String?
    let config: Descriptor?
    let layers: [Descriptor]?
    let manifests: [Descriptor]?
    /// OCI 1.1's other kind, now withdrawn.
    let blobs: [Descriptor]?
    let subject: Descriptor?

    var isIndex: Bool { manifests != nil }

    /// What to send it as, when the descriptor does not say.
    var impliedMediaType: String {
        mediaType ?? (isIndex ? MediaType.index : MediaType.manifest)
    }
}

enum MediaType {
    static let index = "application/vnd.oci.image.index.v1+json"
    static let manifest = "application/vnd.oci.image.manifest.v1+json"
    static let config = "application/vnd.oci.image.config.v1+json"
    static let gzipLayer = "application/vnd.oci.image.layer.v1.tar+gzip"
    static let zstdLayer = "application/vnd.oci.image.layer.v1.tar+zstd"
    static let dockerManifest = "application/vnd.docker.distribution.manifest.v2+json"
    static let dockerConfig = "application/vnd.docker.container.image.v1+json"
    static let dockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip"
}

extension Decodable {
    /// `nil` when the bytes are not such a document.
    init?(json bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = value
    }
}

extension ContentDigest {
    /// A digest that comes from a document, checked.
    static func checked(_ text: String, in name: String) throws(PackageError) -> String {
        guard (try? ContentDigest(text)) != nil else { throw .badDigest(name: name, digest: text) }
        return text
    }
}
