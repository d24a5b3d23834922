import ImagePackage
import MirrorCore
import RegistryClient

extension PushImage {
    /// An image of a package, on its way below a mirror's namespace.
    package init(_ image: PackagedImage, below mirrorNamespace: String?) {
        // Nodes fetch foreign layers from elsewhere, if at all; one that the package holds goes along.
        let blobs = image.blobs.filter { $0.isStored || !$0.isForeign }
        let own = image.manifests().flatMap { manifests in
            manifests.last { $0.tags == image.tags } ?? manifests.last
        }
        let config = image.blobs.first { $0.mediaType.contains("config") || $0.mediaType.contains("container.image") }
        self.init(
            name: image.tags.first.map { "\(image.name):\($0)" } ?? image.name,
            repository: mirrorNamespace.map { "\($0)/\(image.repository)" } ?? image.repository,
            tags: image.tags,
            blobs: blobs.map { PushBlob(name: BlobName($0), size: Int($0.storedSize)) },
            foreign: image.blobs.filter { !$0.isStored && $0.isForeign }.map(\.id),
            expects: own.map { .manifest(digest: $0.digest) } ?? .config(digest: config?.digest ?? ""),
            trouble: image.trouble.map { PackageTrouble($0) },
            isNameGuessed: image.isNameGuessed,
            manifestsAsOCI: { image.manifestsAsOCI(made: Self.blobs($0)).map(Self.pushed) },
            manifests: { image.manifests(made: Self.blobs($0)).map(Self.pushed) }
        )
    }

    private static func blobs(_ made: [String: MadeLayer]) -> [String: MadeBlob] {
        var blobs: [String: MadeBlob] = [:]
        for (id, layer) in made {
            blobs[id] = MadeBlob(digest: layer.digest, size: Int64(layer.size), diffID: id)
        }
        return blobs
    }

    private static func pushed(_ manifests: [PackagedManifest]) -> [PushManifest] {
        manifests.map { PushManifest(bytes: $0.bytes, mediaType: $0.mediaType, digest: $0.digest, tags: $0.tags) }
    }
}
