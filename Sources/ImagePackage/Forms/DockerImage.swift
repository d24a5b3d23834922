/// One image of a docker-archive; its manifest is made when every layer is known.
struct DockerImage: Sendable {
    let config: PackagedBlob
    /// `PackagedBlob.id` of each layer, from the bottom up.
    let layers: [String]
    let layerType: String

    func manifest(made: [String: MadeBlob], tags: [String]) -> PackagedManifest? { nil }
}
