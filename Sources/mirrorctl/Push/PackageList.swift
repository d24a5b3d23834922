import ImagePackage
import MirrorCore

/// `--list`: what a package holds.
struct PackageList: Encodable {
    struct Image: Encodable {
        let name: String
        let repository: String
        let tags: [String]
        let blobs: Int
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
                storedBytes: image.blobs.reduce(0) { $0 + $1.storedSize },
                isNameGuessed: image.isNameGuessed,
                trouble: image.trouble.map { texts($0.problem) }
            )
        }
    }

    func show(_ output: OutputOptions) throws {
        if output.isJSON { return try output.print(self) }
        for image in images {
            var words = [image.name, byteCount(Int(image.storedBytes)), "\(image.blobs)"]
            if image.isNameGuessed { words.append(texts("push.nameGuessed")) }
            if let trouble = image.trouble { words.append("✗ " + trouble) }
            Console.out(words.joined(separator: "  "))
        }
        for other in others { Console.out("– " + other) }
    }
}
