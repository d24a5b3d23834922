import ImagePackage
import MirrorCore
import MirrorSystem

/// `--check-against`: whether nodes of a cluster would look for the package's images where they are about to go.
struct MirrorCheck {
    private let cover: PushCover
    private let endpoint: MirrorEndpoint

    init(_ path: String, endpoint: MirrorEndpoint) throws {
        let config = try Files.clusterConfig(path).config
        let header = config.registryMirrors(at: .header)
        let place: MirrorPlace = header.isEmpty ? .spec : .header
        let drafts = header.isEmpty ? config.registryMirrors(at: .spec) : header
        guard !drafts.isEmpty else { throw Console.fail(Phrase("command.noMirrors", ["path": path]), .dataError) }
        cover = PushCover(mirrors: try valid(drafts, for: place), target: endpoint)
        self.endpoint = endpoint
    }

    /// Says each image that would not be found, and ends the command if there is one.
    func check(_ package: OpenedPackage) throws {
        let lost = package.contents.images.filter { !cover.finds(host($0)) }
        guard !lost.isEmpty else { return }
        for image in lost.prefix(20) { Console.error("✗ MIR0913  \(printable(image.name))") }
        let arguments = [
            "target": endpoint.pushTarget, "host": host(lost[0]), "image": lost[0].name,
        ]
        for part in ["title", "cause", "next"] { Console.error("  " + texts(Phrase("MIR0913.\(part)", arguments))) }
        throw ExitStatus.problem.exit
    }

    private func host(_ image: PackagedImage) -> String {
        image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" })
    }
}
