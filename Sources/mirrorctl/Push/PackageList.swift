import ImagePackage
import MirrorCore

/// `--list`: what a package holds.
struct PackageList: Encodable {
    struct Image: Encodable {
        let name: String
        let repository: String
        let tags: [String]
        let blobs: Int
        /// Manifests and indexes: more than one for several architectures, attestations and referrers.
        let manifests: Int
        /// Layers that are elsewhere and not in the package.
        let foreign: Int
        /// Bytes in the package.
        let storedBytes: Int64
        let isNameGuessed: Bool
        let trouble: String?
    }

    let images: [Image]
    let others: [String]

    init(_ package: OpenedPackage) {
        others = package.contents.others.map(printable)
        images = package.contents.images.map { image in
            Image(
                name: printable(image.name),
                repository: printable(image.repository),
                tags: image.tags.map(printable),
                blobs: image.blobs.count,
                manifests: max(1, image.manifests()?.count ?? 1),
                foreign: image.blobs.count { $0.isForeign && !$0.isStored },
                storedBytes: image.blobs.reduce(0) { $0 + $1.storedSize },
                isNameGuessed: image.isNameGuessed,
                trouble: image.trouble.map { texts($0.problem) }
            )
        }
    }

    func show(_ output: OutputOptions) throws {
        if output.isJSON { return try output.print(self) }
        for image in images {
            let name = ([image.name] + image.tags.prefix(1)).joined(separator: ":")
            let numbers = Phrase("push.listed", ["manifests": "\(image.manifests)", "blobs": "\(image.blobs)"])
            var words = [
                ([name] + image.tags.dropFirst()).joined(separator: ","), byteCount(Int(image.storedBytes)),
                texts(numbers),
            ]
            if image.foreign > 0 { words.append(texts(Phrase("push.listedForeign", ["layers": "\(image.foreign)"]))) }
            if image.isNameGuessed { words.append(texts("push.nameGuessed")) }
            if let trouble = image.trouble { words.append("✗ " + trouble) }
            Console.out(words.joined(separator: "  "))
        }
        for other in others { Console.out("– " + printable(other)) }
    }
}
