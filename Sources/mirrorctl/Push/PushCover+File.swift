import MirrorCore
import Operations
import Texts

extension PushCover {
    /// `--check-against`: whether nodes of a cluster would look for images where they are about to go.
    init(clusterConfig path: String, target: MirrorEndpoint) throws {
        let config = try Files.clusterConfig(path).config
        let header = config.registryMirrors(at: .header)
        let place: MirrorPlace = header.isEmpty ? .spec : .header
        let drafts = header.isEmpty ? config.registryMirrors(at: .spec) : header
        guard !drafts.isEmpty else { throw Refusal(Phrase("command.noMirrors", ["path": path]), .dataError) }
        self.init(mirrors: try valid(drafts, for: place), target: target)
    }
}
