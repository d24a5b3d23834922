import MirrorCore
import Operations
import Texts

extension PushCover {
    /// `--check-against`: whether nodes of a cluster would look for images where they are about to go.
    init(clusterConfig path: String, target: MirrorEndpoint) throws {
        let config = try Files.clusterConfig(path).config
        guard let place = config.nodeMirrorPlace else {
            throw Refusal(Phrase("command.noMirrors", ["path": path]), .dataError)
        }
        self.init(mirrors: try valid(config.registryMirrors(at: place), for: place), target: target)
    }
}
