import Containerd
import MirrorCore

/// Holds the layers of a manifest against what its config says of them, as containerd does when it unpacks an image: their number,
/// and the digests of those that are not compressed.
struct LayerCheck {
    private let layout: OCILayout

    init(_ layout: OCILayout) { self.layout = layout }

    func check(_ document: ManifestDocument, digest: String) throws(PackageError) {
        guard !document.isIndex, let config = document.config, MediaType.isImageConfig(config.mediaType) else { return }
        let layers = document.layers ?? []
        // What is no image has blobs of other kinds for layers, and nobody unpacks it.
        guard layers.allSatisfy({ MediaType.isLayer($0.mediaType) }) else { return }
        // A config that is not there is missed as a blob.
        guard let diffIDs = try diffIDs(config) else { return }
        guard diffIDs.count == layers.count else {
            throw .layersDiffer(name: layout.title, digest: digest, layers: layers.count, diffIDs: diffIDs.count)
        }
        for (layer, diffID) in zip(layers, diffIDs) where layer.digest != diffID {
            if layer.digest.sameAlgorithm(as: diffID), try isPlain(layer) {
                throw .wrongLayer(name: layout.title, layer: layer.digest, diffID: diffID)
            }
        }
    }

    private func diffIDs(_ config: Descriptor) throws(PackageError) -> [String]? {
        let digest = try ContentDigest.checked(config.digest, in: layout.title)
        guard let entry = layout.blob(digest), let bytes = try layout.container.document(entry.path) else { return nil }
        guard Int64(bytes.count) == config.size else {
            throw .sizeMismatch(name: entry.location.name, expected: config.size, actual: Int64(bytes.count))
        }
        let actual = try Hash.digest(of: bytes, like: digest)
        guard actual == digest else {
            throw .digestMismatch(name: entry.location.name, expected: digest, actual: actual)
        }
        guard let document = ImageConfig(json: bytes) else { throw .badDocument(name: entry.location.name) }
        return document.diffIDs
    }

    /// Its bytes are what containerd unpacks.
    private func isPlain(_ layer: Descriptor) throws(PackageError) -> Bool {
        if let type = layer.mediaType, MediaType.plainLayers.contains(type) { return true }
        if layer.mediaType?.hasSuffix("+encrypted") == true { return false }
        guard (try? ContentDigest(layer.digest)) != nil, let entry = layout.blob(layer.digest) else { return false }
        return Codec(try layout.container.head(entry)) == nil
    }
}

extension String {
    /// Both begin with the same `sha256:`.
    fileprivate func sameAlgorithm(as other: String) -> Bool { prefix { $0 != ":" } == other.prefix { $0 != ":" } }
}
