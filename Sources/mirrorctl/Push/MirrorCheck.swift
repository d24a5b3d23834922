import ImagePackage
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// `--check-against`: whether nodes of a cluster would look for the package's images where they are about to go.
struct MirrorCheck {
    private let cover: PushCover
    private let endpoint: MirrorEndpoint

    init(_ path: String, endpoint: MirrorEndpoint) throws {
        let config = try Files.clusterConfig(path).config
        let header = config.registryMirrors(at: .header)
        let place: MirrorPlace = header.isEmpty ? .spec : .header
        let drafts = header.isEmpty ? config.registryMirrors(at: .spec) : header
        guard !drafts.isEmpty else { throw Refusal(Phrase("command.noMirrors", ["path": path]), .dataError) }
        cover = PushCover(mirrors: try valid(drafts, for: place), target: endpoint)
        self.endpoint = endpoint
    }

    /// The end of each image that would not be found; `nil` when there is none such.
    func lost(_ images: [PackagedImage]) -> [PushEvent.ImageEnd?]? {
        let ends = images.map { image -> PushEvent.ImageEnd? in
            let host = image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" })
            guard !cover.finds(host) else { return nil }
            return .failed(.uncovered(target: endpoint.pushTarget, host: host, image: image.name))
        }
        return ends.contains { $0 != nil } ? ends : nil
    }
}
