import Containerd
import MirrorCore

/// An OCI image layout in a container: every image its `index.json` names.
struct OCILayout {
    let container: Container
    /// Folder of `index.json`; empty for the container itself.
    let root: String

    private static let fullName = "io.containerd.image.name"
    private static let referenceName = "org.opencontainers.image.ref.name"

    /// Folders that are layouts, by path.
    static func roots(in files: [String: ArchiveEntry]) -> [String] {
        var withBlobs: Set<String> = []
        for path in files.keys {
            if path.hasPrefix("blobs/") { withBlobs.insert("") }
            if let range = path.firstRange(of: "/blobs/") { withBlobs.insert(String(path[..<range.lowerBound])) }
        }
        return files.keys.filter { $0 == "index.json" || $0.hasSuffix("/index.json") }.map(ArchivePath.folder)
            .filter { files[ArchivePath.join($0, "oci-layout")] != nil || withBlobs.contains($0) }.sorted()
    }

    func images() throws(PackageError) -> [PackagedImage] {
        let path = ArchivePath.join(root, "index.json")
        _ = try container.found(path)
        guard let bytes = try container.document(path),
            let index = ManifestDocument(json: bytes, as: MediaType.index), let entries = index.manifests
        else { throw .badDocument(name: container.fullName(path)) }

        var graph = ManifestGraph(layout: self)
        for entry in entries { graph.add(entry) }

        // An entry without a name that is about another image goes with that image; so does the referrers' tag.
        var groups: [(name: ImageName, root: Descriptor, tags: [String])] = []
        var numbers: [String: Int] = [:]
        var seen: Set<String> = []
        var referrers: [String: [(Descriptor, tag: String?)]] = [:]
        var troubles: [PackagedImage] = []
        for entry in entries {
            let text = entry.annotations[Self.fullName] ?? entry.annotations[Self.referenceName]
            if let text, let subject = Self.referrersTag(text), graph.vertices[subject] != nil {
                referrers[subject, default: []].append((entry, text))
                continue
            }
            if text == nil, let subject = graph.vertices[entry.digest]?.document.subject {
                referrers[subject.digest, default: []].append((entry, nil))
                continue
            }
            do throws(PackageError) {
                let name = try self.name(text)
                let key = "\(name.repository) \(entry.digest)"
                if let index = numbers[key] {
                    if let tag = name.tag, seen.insert("\(key) \(tag)").inserted { groups[index].tags.append(tag) }
                } else {
                    numbers[key] = groups.count
                    if let tag = name.tag { seen.insert("\(key) \(tag)") }
                    groups.append((name, entry, name.tag.map { [$0] } ?? []))
                }
            } catch {
                troubles.append(broken(ImageName(file: title, tag: nil), error))
            }
        }
        var images: [PackagedImage] = []
        var parts = 0
        for (name, root, tags) in groups {
            let (image, count) = image(name, root, tags, graph, referrers)
            parts += count
            guard parts <= container.spaces.limits.parts else {
                throw .tooManyParts(name: title, limit: container.spaces.limits.parts)
            }
            images.append(image)
        }
        return images + troubles
    }

    /// Where the layout is, below the package.
    var source: String { ArchivePath.join(container.name, root) }

    /// What errors call it.
    var title: String { container.title(root) }

    func blob(_ digest: String) -> ArchiveEntry? { try? found(digest) }

    /// - Throws: `missing`, or which link leads nowhere.
    func found(_ digest: String) throws(PackageError) -> ArchiveEntry {
        guard let colon = digest.firstIndex(of: ":") else { throw .missing(name: title, digest: digest) }
        let path = ArchivePath.join(root, "blobs/\(digest[..<colon])/\(digest[digest.index(after: colon)...])")
        do throws(PackageError) {
            return try container.found(path, as: digest)
        } catch {
            guard case .missing = error else { throw error }
            throw .missing(name: title, digest: digest)
        }
    }

    private func name(_ text: String?) throws(PackageError) -> ImageName {
        guard let text else { return ImageName(file: title, tag: nil) }
        // skopeo and umoci write the tag alone.
        if !text.contains("/"), !text.contains(":") {
            guard ImageName.isTag(text) else { throw .badReference(name: title, reference: text) }
            return ImageName(file: title, tag: text)
        }
        return try ImageName(text, in: title)
    }

    /// `sha256-<hex>`: the index of referrers for registries without the API.
    private static func referrersTag(_ text: String) -> String? {
        guard text.hasPrefix("sha256-"), text.utf8.count == 71 else { return nil }
        let digest = "sha256:" + text.dropFirst(7)
        return (try? ContentDigest(digest)) == nil ? nil : digest
    }

    private func image(
        _ name: ImageName,
        _ top: Descriptor,
        _ tags: [String],
        _ graph: ManifestGraph,
        _ referrers: [String: [(Descriptor, tag: String?)]]
    ) -> (PackagedImage, parts: Int) {
        var walk = ManifestOrder(graph)
        do throws(PackageError) {
            try walk.visit(top.digest, tags: tags)
            // A referrer may have referrers: they come as they are visited.
            var next = 0
            while next < walk.order.count {
                for (entry, tag) in referrers[walk.order[next]] ?? [] {
                    try walk.visit(entry.digest, tags: tag.map { [$0] } ?? [])
                }
                next += 1
            }
            let image = PackagedImage(
                name: name.name,
                repository: name.repository,
                isNameGuessed: name.isGuessed,
                tags: tags,
                source: source,
                blobs: walk.blobs,
                trouble: walk.missing,
                form: .layout(walk.manifests)
            )
            return (image, walk.manifests.count + walk.blobs.count)
        } catch {
            return (broken(name, error), walk.manifests.count + walk.blobs.count)
        }
    }

    private func broken(_ name: ImageName, _ trouble: PackageError) -> PackagedImage {
        PackagedImage(
            name: name.name,
            repository: name.repository,
            isNameGuessed: name.isGuessed,
            tags: name.tag.map { [$0] } ?? [],
            source: source,
            blobs: [],
            trouble: trouble,
            form: .layout([])
        )
    }
}
