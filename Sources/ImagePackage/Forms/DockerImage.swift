/// One image of a docker-archive; its manifest is made when every layer is known.
struct DockerImage: Sendable {
    let config: PackagedBlob
    /// From the bottom up; one may occur twice.
    let layers: [PackagedBlob]

    /// - Returns: `nil` while a layer is not made.
    func manifest(made: [String: MadeBlob], tags: [String]) -> PackagedManifest? {
        var entries: [String] = []
        for layer in layers {
            guard let blob = made[layer.id] else { return nil }
            entries.append(Self.descriptor(layer.mediaType, blob.digest, blob.size))
        }
        let isDocker = config.mediaType == MediaType.dockerConfig
        let mediaType = isDocker ? MediaType.dockerManifest : MediaType.manifest
        let top = Self.descriptor(config.mediaType, config.digest ?? "", config.size ?? 0)
        let text =
            #"{"schemaVersion":2,"mediaType":"\#(mediaType)","config":\#(top),"layers":[\#(entries.joined(separator: ","))]}"#
        let bytes = Array(text.utf8)
        guard let digest = try? Hash.digest(of: bytes) else { return nil }
        return PackagedManifest(digest: digest, mediaType: mediaType, bytes: bytes, tags: tags)
    }

    /// All of it is digits, checked digests and constants: nothing to escape.
    private static func descriptor(_ mediaType: String, _ digest: String, _ size: Int64) -> String {
        #"{"mediaType":"\#(mediaType)","size":\#(size),"digest":"\#(digest)"}"#
    }
}
