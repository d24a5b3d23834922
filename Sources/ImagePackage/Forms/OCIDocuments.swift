import FoundationEssentials
import MirrorCore

/// The members of OCI and Docker documents that a push needs.
struct Descriptor: Decodable, Sendable {
    let mediaType: String?
    let digest: String
    let size: Int64
    let annotations: [String: String]?
    let urls: [String]?
    let platform: Platform?

    struct Platform: Decodable, Sendable {
        let os: String?
        let architecture: String?
        let variant: String?

        /// `linux/arm64/v8`
        var text: String { [os, architecture, variant].compactMap { $0 }.joined(separator: "/") }
    }

    /// An attestation: no node unpacks it.
    var isForNoPlatform: Bool { platform?.os == "unknown" && platform?.architecture == "unknown" }

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

/// What an image's config says of its layers.
struct ImageConfig: Decodable {
    private struct RootFS: Decodable {
        let diffIDs: [String]?

        enum CodingKeys: String, CodingKey { case diffIDs = "diff_ids" }
    }

    private let rootfs: RootFS?

    var diffIDs: [String] { rootfs?.diffIDs ?? [] }
}

/// Any JSON document, to tell whose it is.
struct AnyDocument: Decodable {
    private struct Item: Decodable {
        let isImage: Bool

        private enum CodingKeys: String, CodingKey { case config = "Config", layers = "Layers", repoTags = "RepoTags" }

        init(from decoder: any Swift.Decoder) throws {
            isImage = try decoder.container(keyedBy: CodingKeys.self).allKeys.isEmpty == false
        }
    }

    private let items: [Item]?

    init(from decoder: any Swift.Decoder) throws { items = try? decoder.singleValueContainer().decode([Item].self) }

    /// It is no list of images.
    var isForeign: Bool { items?.contains(where: \.isImage) != true }
}

enum MediaType {
    /// `type/subtype` (RFC 6838, section 4.2): it goes into a header of a request.
    static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                guard let first = part.first, part.count <= 127, isLetterOrDigit(first) else { return false }
                return part.allSatisfy { isLetterOrDigit($0) || "!#$&-^_.+".utf8.contains($0) }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    static func isImageConfig(_ type: String?) -> Bool { type == nil || type == config || type == dockerConfig }

    /// A layer of a file system, and not any blob: what containerd counts.
    static func isLayer(_ type: String?) -> Bool {
        type.map { $0.hasPrefix(layerPrefix) || $0.hasPrefix(dockerLayerPrefix) } ?? true
    }

    /// containerd reads it as it is, whatever it holds.
    static let plainLayers: Set<String> = [
        "application/vnd.oci.image.layer.v1.tar", "application/vnd.oci.image.layer.nondistributable.v1.tar",
    ]

    private static let layerPrefix = "application/vnd.oci.image.layer."
    private static let dockerLayerPrefix = "application/vnd.docker.image.rootfs."

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
