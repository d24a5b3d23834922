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
        guard let bytes = try container.document(path), let index = ManifestDocument(json: bytes),
            let entries = index.manifests
        else { throw .badDocument(name: container.fullName(path)) }

        var graph = ManifestGraph(layout: self)
        for entry in entries { graph.add(entry) }

        // An entry without a name that is about another image goes with that image; so does the referrers' tag.
        var groups: [(name: ImageName, root: Descriptor, tags: [String])] = []
        var referrers: [(Descriptor, tag: String?)] = []
        var troubles: [PackagedImage] = []
        for entry in entries {
            let text = entry.annotations?[Self.fullName] ?? entry.annotations?[Self.referenceName]
            if let text, let subject = Self.referrersTag(text), graph.nodes[subject] != nil {
                referrers.append((entry, text))
                continue
            }
            if text == nil, graph.nodes[entry.digest]?.document.subject != nil {
                referrers.append((entry, nil))
                continue
            }
            do throws(PackageError) {
                let name = try self.name(text)
                if let index = groups.firstIndex(where: {
                    $0.name.repository == name.repository && $0.root.digest == entry.digest
                }) {
                    if let tag = name.tag, !groups[index].tags.contains(tag) { groups[index].tags.append(tag) }
                } else {
                    groups.append((name, entry, name.tag.map { [$0] } ?? []))
                }
            } catch {
                troubles.append(broken(ImageName(file: source, tag: nil), error))
            }
        }
        return groups.map { image($0.name, $0.root, $0.tags, graph, referrers) } + troubles
    }

    /// Where the layout is, below the package.
    var source: String { ArchivePath.join(container.name, root) }

    func blob(_ digest: String) -> ArchiveEntry? {
        guard let colon = digest.firstIndex(of: ":") else { return nil }
        return container.entry(
            ArchivePath.join(root, "blobs/\(digest[..<colon])/\(digest[digest.index(after: colon)...])")
        )
    }

    private func name(_ text: String?) throws(PackageError) -> ImageName {
        guard let text else { return ImageName(file: source.isEmpty ? container.spaces.packageName : source, tag: nil) }
        // skopeo and umoci write the tag alone.
        if !text.contains("/"), !text.contains(":") {
            return ImageName(file: source.isEmpty ? container.spaces.packageName : source, tag: text)
        }
        return try ImageName(text, in: source)
    }

    /// `sha256-<hex>`: the index of referrers for registries without the API.
    private static func referrersTag(_ text: String) -> String? {
        guard text.hasPrefix("sha256-"), text.utf8.count == 71 else { return nil }
        return "sha256:" + text.dropFirst(7)
    }

    private func image(
        _ name: ImageName,
        _ top: Descriptor,
        _ tags: [String],
        _ graph: ManifestGraph,
        _ referrers: [(Descriptor, tag: String?)]
    ) -> PackagedImage {
        do throws(PackageError) {
            var walk = ManifestOrder(graph)
            try walk.visit(top.digest, tags: tags)
            // A referrer may have referrers.
            var open = referrers
            while let index = open.firstIndex(where: { walk.isAbout($0.0.digest, tag: $0.tag) }) {
                let (entry, tag) = open.remove(at: index)
                try walk.visit(entry.digest, tags: tag.map { [$0] } ?? [])
            }
            return PackagedImage(
                name: name.name,
                repository: name.repository,
                isNameGuessed: name.isGuessed,
                tags: tags,
                source: source,
                blobs: walk.blobs,
                trouble: walk.missing,
                form: .layout(walk.manifests)
            )
        } catch {
            return broken(name, error)
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
