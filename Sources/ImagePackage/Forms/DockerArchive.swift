import Containerd
import MirrorCore

/// What `docker save` writes: a `manifest.json` with configs and plain layers.
struct DockerArchive {
    let container: Container
    /// Folder of `manifest.json`; empty for the container itself.
    let root: String

    /// Folders with such a document, by path.
    static func roots(in files: [String: ArchiveEntry]) -> [String] {
        files.keys.filter { $0 == "manifest.json" || $0.hasSuffix("/manifest.json") }.map(ArchivePath.folder).sorted()
    }

    /// - Returns: `nil` when this `manifest.json` is another kind of document.
    func images() throws(PackageError) -> [PackagedImage]? {
        let path = ArchivePath.join(root, "manifest.json")
        guard let bytes = try container.document(path) else {
            // Somebody else's may lead anywhere.
            if root.isEmpty || container.looksSaved(root) { _ = try container.found(path) }
            return nil
        }
        switch SavedImage.read(bytes) {
        case .images(let items): return items.flatMap(images)
        case .foreign: return nil
        case .unknown where !root.isEmpty && !container.looksSaved(root): return nil
        case .damaged, .unknown: throw .badDocument(name: container.fullName(path))
        }
    }

    /// One for each repository that the item is tagged for.
    private func images(_ item: SavedImage) -> [PackagedImage] {
        var names: [(name: ImageName, tags: [String])] = []
        var numbers: [String: Int] = [:]
        var failure: PackageError?
        // What `docker save` writes for an image that has no name.
        for tag in item.repoTags where tag != "<none>:<none>" {
            do throws(PackageError) {
                let name = try ImageName(tag, in: title)
                if let index = numbers[name.name] {
                    names[index].tags += name.tag.map { [$0] } ?? []
                } else {
                    numbers[name.name] = names.count
                    names.append((name, name.tag.map { [$0] } ?? []))
                }
            } catch {
                failure = error
            }
        }
        if names.isEmpty {
            names = [(ImageName(file: title, tag: nil), [])]
        }
        var image: DockerImage?
        do throws(PackageError) {
            image = try self.image(item)
        } catch {
            failure = error
        }
        return names.map { name, tags in
            var seen: Set<String> = []
            let blobs = image.map { [$0.config] + $0.layers } ?? []
            return PackagedImage(
                name: name.name,
                repository: name.repository,
                isNameGuessed: name.isGuessed,
                tags: tags,
                source: source,
                blobs: blobs.filter { seen.insert($0.id).inserted },
                trouble: failure,
                form: image.map { .docker($0) } ?? .layout([])
            )
        }
    }

    /// Where the archive is, below the package.
    private var source: String { ArchivePath.join(container.name, root) }

    private var title: String { container.title(root) }

    private func image(_ item: SavedImage) throws(PackageError) -> DockerImage {
        let entry = try entry(item.config)
        guard let bytes = try container.document(entry.path), let config = ImageConfig(json: bytes) else {
            throw .badDocument(name: entry.location.name)
        }
        let digest = try Hash.digest(of: bytes)
        let diffIDs = config.diffIDs
        guard diffIDs.count == item.layers.count else {
            throw .layersDiffer(name: title, digest: digest, layers: item.layers.count, diffIDs: diffIDs.count)
        }
        let size = Int64(bytes.count)
        let isDocker = container.spaces.encoding == .gzip
        let blob = PackagedBlob(
            id: digest,
            digest: digest,
            size: size,
            mediaType: isDocker ? MediaType.dockerConfig : MediaType.config,
            isForeign: false,
            storedSize: size,
            source: container.source(entry, .whole(digest: digest, size: size))
        )
        var layers: [PackagedBlob] = []
        for (path, diffID) in zip(item.layers, diffIDs) { layers.append(try layer(path, diffID)) }
        return DockerImage(config: blob, layers: layers)
    }

    private func layer(_ path: String, _ diffID: String) throws(PackageError) -> PackagedBlob {
        let entry = try entry(path)
        let limit = container.spaces.limits.blob
        guard entry.size <= limit else {
            throw .blobTooLarge(name: entry.location.name, size: entry.size, limit: limit)
        }
        let diffID = try ContentDigest.checked(diffID, in: title)
        let codec = Codec(try container.head(entry))
        if codec == .xz { throw .badDocument(name: entry.location.name) }
        let encoding: LayerEncoding = codec.map { $0 == .zstd ? .zstd : .gzip } ?? container.spaces.encoding
        return PackagedBlob(
            id: codec == nil
                ? "\(encoding == .gzip ? "tar" : "zstd")+\(diffID)" : "packed+\(diffID)+\(entry.location.name)",
            digest: nil,
            size: nil,
            mediaType: encoding == .zstd
                ? MediaType.zstdLayer
                : container.spaces.encoding == .gzip ? MediaType.dockerLayer : MediaType.gzipLayer,
            isForeign: false,
            storedSize: entry.size,
            source: container.source(entry, codec.map { .packed($0, diffID: diffID) } ?? .plain(diffID: diffID))
        )
    }

    private func entry(_ name: String) throws(PackageError) -> ArchiveEntry {
        guard let path = ArchivePath.normal(name, from: root) else { throw .missing(name: title, digest: name) }
        return try container.found(path, as: name)
    }
}
