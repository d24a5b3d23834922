import Containerd
import GoData
import MirrorCore

/// The members of OCI and Docker documents that a push needs, as Go reads them.
struct Descriptor: Sendable {
    /// `nil` where it is empty, too.
    let mediaType: String?
    let digest: String
    let size: Int64
    let annotations: [String: String]
    let urls: [String]
    /// `linux/arm64/v8`; empty where there is none.
    let platform: String
    /// An attestation: no node unpacks it.
    let isForNoPlatform: Bool

    fileprivate init(_ value: JSONValue) {
        mediaType = value.text("mediaType")
        digest = value.text("digest") ?? ""
        size = Int64(value["size"]?.integer ?? 0)
        annotations = value["annotations"]?.members?.compactMapValues(\.string) ?? [:]
        urls = value.texts("urls") ?? []
        let parts = ["os", "architecture", "variant"].map { value["platform"]?.text($0) }
        platform = parts.compactMap { $0 }.joined(separator: "/")
        isForNoPlatform = parts[0] == "unknown" && parts[1] == "unknown"
    }

    var isForeign: Bool {
        if !urls.isEmpty { return true }
        guard let mediaType else { return false }
        return mediaType.contains(".foreign.") || mediaType.contains("nondistributable")
    }
}

/// A manifest or an index.
struct ManifestDocument: Sendable {
    let mediaType: String?
    let config: Descriptor?
    let layers: [Descriptor]?
    let manifests: [Descriptor]?
    /// OCI 1.1's other kind, now withdrawn.
    let blobs: [Descriptor]?
    let subject: Descriptor?

    /// - Parameter type: as its descriptor has it; by this, and not by what is in it, containerd knows a manifest from an index.
    /// - Returns: `nil` where containerd refuses it.
    init?(json bytes: [UInt8], as type: String?) {
        guard let any = try? OCIShape.anyDocument.read(bytes), any.isEmpty("fsLayers") else { return nil }
        let own = any.text("mediaType")
        let isIndex = type.flatMap(MediaType.isIndex) ?? own.flatMap(MediaType.isIndex) ?? !any.isEmpty("manifests")
        if let type, MediaType.isIndex(type) != nil {
            guard isIndex ? any.isEmpty("config") && any.isEmpty("layers") : any.isEmpty("manifests"),
                own.flatMap(MediaType.isIndex) ?? isIndex == isIndex
            else { return nil }
        }
        guard let value = try? (isIndex ? OCIShape.index : OCIShape.manifest).read(bytes) else { return nil }
        mediaType = own
        config = value.descriptor("config")
        layers = value.descriptors("layers")
        manifests = value.descriptors("manifests") ?? (isIndex ? [] : nil)
        blobs = value.descriptors("blobs")
        subject = value.descriptor("subject")
    }

    var isIndex: Bool { manifests != nil }

    /// What to send it as, when the descriptor does not say.
    var impliedMediaType: String {
        mediaType ?? (isIndex ? MediaType.index : MediaType.manifest)
    }
}

/// What an image's config says of its layers.
struct ImageConfig {
    let diffIDs: [String]

    /// - Returns: `nil` where containerd refuses it.
    init?(json bytes: [UInt8]) {
        guard let value = try? OCIShape.image.read(bytes) else { return nil }
        diffIDs = value["rootfs"]?.texts("diff_ids") ?? []
    }
}

/// An item of `docker save`'s `manifest.json`.
struct SavedImage {
    let config: String
    let repoTags: [String]
    let layers: [String]

    enum Reading {
        case images([SavedImage])
        /// A list, and not of images: a web page's.
        case foreign
        case damaged
        /// No JSON, or no list.
        case unknown
    }

    static func read(_ bytes: [UInt8]) -> Reading {
        guard let items = JSONValue(parsing: bytes)?.elements else {
            return JSONValue(parsing: bytes) == nil ? .unknown : .foreign
        }
        let fields = ["config", "repotags", "layers"]
        let isImage = items.contains { item in
            item.members?.keys.contains { fields.contains($0.lowercased()) } == true
        }
        guard isImage || items.isEmpty else { return .foreign }
        guard let read = try? OCIShape.savedImages.read(bytes).elements,
            read.allSatisfy({ $0.text("Config") != nil })
        else { return .damaged }
        return .images(
            read.map {
                SavedImage(
                    config: $0.text("Config") ?? "",
                    repoTags: $0.texts("RepoTags") ?? [],
                    layers: $0.texts("Layers") ?? []
                )
            }
        )
    }
}

extension JSONValue {
    /// `nil` where it is empty, too.
    fileprivate func text(_ name: String) -> String? { self[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }

    fileprivate func texts(_ name: String) -> [String]? { self[name]?.elements?.map { $0.string ?? "" } }

    fileprivate func descriptor(_ name: String) -> Descriptor? {
        guard let value = self[name], value != .null else { return nil }
        return Descriptor(value)
    }

    fileprivate func descriptors(_ name: String) -> [Descriptor]? { self[name]?.elements?.map { Descriptor($0) } }

    /// `len(json.RawMessage)`: a null is not empty.
    fileprivate func isEmpty(_ name: String) -> Bool { self[name] == nil }
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

    /// `nil` for a type that is neither.
    static func isIndex(_ type: String) -> Bool? {
        switch type {
        case index, dockerIndex: true
        case manifest, dockerManifest: false
        default: nil
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
    static let dockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json"
    static let dockerManifest = "application/vnd.docker.distribution.manifest.v2+json"
    static let dockerConfig = "application/vnd.docker.container.image.v1+json"
    static let dockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip"
}

extension ContentDigest {
    /// A digest that comes from a document, checked.
    static func checked(_ text: String, in name: String) throws(PackageError) -> String {
        guard (try? ContentDigest(text)) != nil else { throw .badDigest(name: name, digest: text) }
        return text
    }
}
