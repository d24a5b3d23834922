extension Survey {
    /// The images that stand in the container itself, and which of its files are theirs.
    func resolve(
        _ container: Container,
        isForwardOnly: Bool
    ) throws(PackageError) -> (images: [PackagedImage], claims: Claims) {
        var claims = Claims()
        var images: [PackagedImage] = []
        func add(_ more: [PackagedImage], _ root: String, _ document: String) {
            claims.add(root)
            let position = container.files[ArchivePath.join(root, document)]?.position ?? 0
            for (number, var image) in more.enumerated() {
                image.order = container.order + [position, Int64(number)]
                image.concurrentReaders = isForwardOnly ? 1 : 8
                images.append(image.sorted)
            }
        }
        for root in OCILayout.roots(in: container.files) {
            add(try OCILayout(container: container, root: root).images(), root, "index.json")
        }
        for root in DockerArchive.roots(in: container.files) where !claims.has(root) {
            if let more = try DockerArchive(container: container, root: root).images() {
                add(more, root, "manifest.json")
            }
        }
        if images.isEmpty, !container.name.isEmpty, let document = container.lostDocument {
            throw .noDocument(name: container.name, document: document)
        }
        return (images, claims)
    }

    /// Small files that old docker-archives have beside their layers.
    static func isPartOfImage(_ path: String) -> Bool {
        let last = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
        guard !last.isEmpty else { return false }
        return ["VERSION", "json", "repositories", "manifest.json", "index.json", "oci-layout"].contains(last)
            || last.hasSuffix(".json") && last.utf8.count == 69 || path.contains("blobs/")
    }
}

/// Which folders of a container are those of images found in it.
struct Claims {
    private var roots: Set<String> = []
    /// Of the roots: a path has few ancestors that are as long as one of them.
    private var lengths: Set<Int> = []

    mutating func add(_ root: String) {
        roots.insert(root)
        lengths.insert(root.utf8.count)
    }

    func has(_ root: String) -> Bool { roots.contains(root) }

    func owns(_ path: String) -> Bool {
        if roots.contains("") { return true }
        var length = 0
        for index in path.utf8.indices {
            if path.utf8[index] == UInt8(ascii: "/"), lengths.contains(length), roots.contains(String(path[..<index])) {
                return true
            }
            length += 1
        }
        return false
    }
}

/// The files that images of a container are made of.
struct ImageParts {
    private let claims: Claims
    private let positions: Set<Int64>
    /// Of some it is not known what they are made of.
    private let hasTrouble: Bool
    /// Folders that a link in an image's own folder leads to.
    private let linked: [String]

    init(_ images: [PackagedImage], _ claims: Claims, _ container: Container) {
        linked = container.files.values.compactMap { entry in
            guard case .link(let target) = entry.kind, container.folders.contains(target), claims.owns(entry.path)
            else { return nil }
            return target + "/"
        }
        self.claims = claims
        positions = Set(images.flatMap(\.blobs).compactMap { $0.source?.order.last })
        hasTrouble = images.contains { $0.trouble != nil }
    }

    func contain(_ file: PassedFile) -> Bool {
        positions.contains(file.position) || linked.contains { file.path.hasPrefix($0) }
            || hasTrouble && claims.owns(file.path) || Survey.isPartOfImage(file.path)
    }
}

extension PackagedImage {
    /// An archive that is damaged before anything in it was found.
    init(broken entry: ArchiveEntry, order: [Int64], _ trouble: PackageError) {
        let name = ImageName(file: entry.location.name, tag: nil)
        self.init(
            name: name.name,
            repository: name.repository,
            isNameGuessed: true,
            tags: [],
            source: entry.location.name,
            blobs: [],
            trouble: trouble,
            form: .layout([]),
            order: order + [entry.position]
        )
    }

    /// Blobs in stored order: the cheapest to read.
    fileprivate var sorted: PackagedImage {
        PackagedImage(
            name: name,
            repository: repository,
            isNameGuessed: isNameGuessed,
            tags: tags,
            source: source,
            blobs: blobs.sorted { ($0.source?.order ?? []).lexicographicallyPrecedes($1.source?.order ?? []) },
            concurrentReaders: concurrentReaders,
            trouble: trouble,
            form: form,
            order: order
        )
    }
}

extension Container {
    /// What says of which images it is made, where it has all the signs of one and not that.
    fileprivate var lostDocument: String? {
        if files["oci-layout"]?.kind == .file, files["index.json"] == nil { return "index.json" }
        return files["repositories"]?.kind == .file && files["manifest.json"] == nil ? "manifest.json" : nil
    }

    /// Files as docker saves them, other than `manifest.json`.
    func looksSaved(_ root: String) -> Bool {
        if ["repositories", "oci-layout"].contains(where: { files[ArchivePath.join(root, $0)] != nil }) { return true }
        let start = root.isEmpty ? "" : root + "/"
        return files.keys.contains { path in
            guard path.hasPrefix(start) else { return false }
            return path.hasSuffix("/layer.tar")
                || path.utf8.count == start.utf8.count + 69 && path.hasSuffix(".json")
        }
    }
}
