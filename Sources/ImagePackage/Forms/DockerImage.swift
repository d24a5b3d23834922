/// One image of a docker-archive; its manifest is made when every layer is known.
struct DockerImage: Sendable {
    let config: PackagedBlob
    /// From the bottom up; one may occur twice.
    let layers: [PackagedBlob]

    /// - Returns: `nil` while a layer is not made.
    /// - Parameter isOCI: with OCI's media types, for a registry that takes no others; the bytes of config and layers stay.
    func manifest(made: [String: MadeBlob], tags: [String], isOCI: Bool = false) -> PackagedManifest? {
        var entries: [String] = []
        for layer in layers {
            guard let blob = made[layer.id] else { return nil }
            let isDockers = layer.mediaType == MediaType.dockerLayer
            entries.append(
                Self.descriptor(isOCI && isDockers ? MediaType.gzipLayer : layer.mediaType, blob.digest, blob.size)
            )
        }
        let isDocker = self.isDocker && !isOCI
        let mediaType = isDocker ? MediaType.dockerManifest : MediaType.manifest
        let top = Self.descriptor(isDocker ? config.mediaType : MediaType.config, config.digest ?? "", config.size ?? 0)
        let text =
            #"{"schemaVersion":2,"mediaType":"\#(mediaType)","config":\#(top),"layers":[\#(entries.joined(separator: ","))]}"#
        let bytes = Array(text.utf8)
        guard let digest = try? Hash.digest(of: bytes) else { return nil }
        return PackagedManifest(digest: digest, mediaType: mediaType, bytes: bytes, tags: tags)
    }

    /// Its media types are Docker's.
    var isDocker: Bool { config.mediaType == MediaType.dockerConfig }

    /// All of it is digits, checked digests and constants: nothing to escape.
    private static func descriptor(_ mediaType: String, _ digest: String, _ size: Int64) -> String {
        #"{"mediaType":"\#(mediaType)","size":\#(size),"digest":"\#(digest)"}"#
    }
}
