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
        return (images, claims)
    }

    /// Small files that old docker-archives have beside their layers.
    static func isPartOfImage(_ path: String) -> Bool {
        guard let last = path.split(separator: "/").last else { return false }
        return ["VERSION", "json", "repositories", "manifest.json", "index.json", "oci-layout"].contains(last)
            || last.hasSuffix(".json") && last.utf8.count == 69 || path.contains("blobs/")
    }
}

/// Which files of a container belong to the images found in it.
struct Claims {
    private var roots: Set<String> = []

    mutating func add(_ root: String) { roots.insert(root) }

    func has(_ root: String) -> Bool { roots.contains(root) }

    func owns(_ path: String) -> Bool {
        if roots.contains("") { return true }
        var folder = ArchivePath.folder(of: path)
        while !folder.isEmpty {
            if roots.contains(folder) { return true }
            folder = ArchivePath.folder(of: folder)
        }
        return false
    }
}

extension PackagedImage {
    /// An archive that is damaged before anything in it was found.
    init(broken entry: ArchiveEntry, order: [Int64], _ trouble: PackageError) {
        let name = ImageName(file: entry.place.name, tag: nil)
        self.init(
            name: name.name,
            repository: name.repository,
            isNameGuessed: true,
            tags: [],
            source: entry.place.name,
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
