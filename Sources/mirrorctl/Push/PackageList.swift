import Diagnosis
import ImagePackage
import Operations
import Texts

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

    struct File: Encodable {
        let name: String
        let bytes: Int64

        init(_ file: PassedFile) { (name, bytes) = (printable(file.name), file.size) }
    }

    let images: [Image]
    /// Files that belong to no image.
    let passedOver: [File]
    /// No image has trouble.
    let isWhole: Bool

    init(_ package: OpenedPackage) {
        passedOver = package.contents.others.map { File($0) }
        isWhole = package.contents.images.allSatisfy { $0.trouble == nil }
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

    /// - Throws: exit 1 when an image is not whole.
    func show(_ output: OutputOptions) throws {
        if output.isJSON { try output.print(self) } else { showText() }
        if !isWhole { throw ExitStatus.problem.exit }
    }

    private func showText() {
        for image in images {
            let name = ([image.name] + image.tags.prefix(1)).joined(separator: ":")
            let numbers = Phrase("push.listed", ["manifests": "\(image.manifests)", "blobs": "\(image.blobs)"])
            var words = [
                ([name] + image.tags.dropFirst()).joined(separator: ","), byteCount(Int(image.storedBytes)),
                texts(numbers),
            ]
            if image.foreign > 0 { words.append(texts(Phrase("push.listedForeign", ["layers": "\(image.foreign)"]))) }
            if image.isNameGuessed { words.append(texts("push.nameGuessed")) }
            if let trouble = image.trouble { words.append("\(Mark.wrong) " + trouble) }
            Console.out(words.joined(separator: "  "))
        }
        for file in passedOver { Console.out("– \(file.name)  \(byteCount(Int(file.bytes)))") }
        let lost = images.count { $0.trouble != nil }
        let arguments = ["images": "\(images.count)", "lost": "\(lost)", "files": "\(passedOver.count)"]
        Console.out(texts(Phrase("push.listSum", arguments)))
    }
}
