import GoData
import RegistryClient

/// Whether the registry has an image whose layers are compressed on the way: what another tool has made of them counts too,
/// because the config names the layers' uncompressed content.
struct PresentImage {
    let client: PushClient
    let context: PushContext

    /// The manifest's digest, or `nil` when the tag is another image or none; throws `differs` when parts of it are missing.
    func digest(_ index: Int, _ image: PushImage, config: String) throws(PushFailure) -> String? {
        guard let tag = reference(image) else { return nil }
        let repository = image.repository
        let fetched = try context.trying(.look) { client.manifest(tag, in: repository) }
        guard let fetched, let manifest = Manifest(fetched.bytes), manifest.config.digest == config
        else { return nil }
        let digest = contentDigest(fetched.bytes)
        for other in image.tags.dropFirst() {
            let found = try context.trying(.look) { client.manifestDigest(other, in: repository) }
            guard found == digest else { return nil }
        }
        var blobs: [String: Int] = [:]
        for blob in [manifest.config] + manifest.layers { blobs[blob.digest] = blob.size }
        let own = PushManifest(bytes: fetched.bytes, mediaType: fetched.mediaType, digest: digest, tags: image.tags)
        try ReadBack(client: client, context: context)
            .check(index, repository: repository, manifests: [own], blobs: blobs)
        return digest
    }

    /// What keeps the tag from being the image.
    func difference(_ image: PushImage) throws(PushFailure) -> PushFailure.Difference {
        guard let tag = reference(image) else { return .manifestMissing(reference: image.name) }
        let fetched = try context.trying(.look) { client.manifest(tag, in: image.repository) }
        guard let fetched else { return .manifestMissing(reference: tag) }
        return .manifestDiffers(reference: tag, found: contentDigest(fetched.bytes))
    }

    /// A tag; without any, the digest under which an earlier push has put it.
    private func reference(_ image: PushImage) -> String? {
        image.tags.first ?? context.journal.contents.images[image.name]
    }

    private struct Manifest {
        struct Blob {
            let digest: String
            let size: Int

            init?(_ value: JSONValue?) {
                guard let digest = value?["digest"]?.string, let size = value?["size"]?.integer else { return nil }
                (self.digest, self.size) = (digest, size)
            }
        }

        let config: Blob
        let layers: [Blob]

        /// `nil` for what is no manifest of an image, or none that nodes read.
        init?(_ bytes: [UInt8]) {
            guard let value = try? OCIShape.manifest.read(bytes), let config = Blob(value["config"]),
                let elements = value["layers"]?.elements
            else { return nil }
            let layers = elements.compactMap(Blob.init)
            guard layers.count == elements.count else { return nil }
            (self.config, self.layers) = (config, layers)
        }
    }
}
