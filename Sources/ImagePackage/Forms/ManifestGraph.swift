import MirrorCore

/// The manifests of a layout that can be reached from its `index.json`.
struct ManifestGraph {
    struct Node {
        let bytes: [UInt8]
        let mediaType: String
        let document: ManifestDocument
    }

    let layout: OCILayout
    private(set) var nodes: [String: Node] = [:]
    /// Why a manifest is not among them.
    private(set) var failures: [String: PackageError] = [:]

    init(layout: OCILayout) { self.layout = layout }

    /// Reads the manifest and all below it; what fails is told when an image needs it.
    mutating func add(_ top: Descriptor) {
        var waiting = [top]
        while let next = waiting.popLast() {
            guard nodes[next.digest] == nil, failures[next.digest] == nil else { continue }
            do throws(PackageError) {
                let node = try read(next)
                nodes[next.digest] = node
                waiting += node.document.manifests ?? []
            } catch {
                failures[next.digest] = error
            }
        }
    }

    private func read(_ descriptor: Descriptor) throws(PackageError) -> Node {
        let digest = try ContentDigest.checked(descriptor.digest, in: layout.source)
        guard let entry = layout.blob(digest), let bytes = try layout.container.document(entry.path) else {
            throw .missing(name: layout.source, digest: digest)
        }
        guard Int64(bytes.count) == descriptor.size else {
            throw .sizeMismatch(name: entry.place.name, expected: descriptor.size, actual: Int64(bytes.count))
        }
        let actual = try Hash.digest(of: bytes, like: digest)
        guard actual == digest else {
            throw .digestMismatch(name: entry.place.name, expected: digest, actual: actual)
        }
        guard let document = ManifestDocument(json: bytes) else { throw .badDocument(name: entry.place.name) }
        return Node(bytes: bytes, mediaType: descriptor.mediaType ?? document.impliedMediaType, document: document)
    }
}

/// Collects the manifests of one image, children before parents, and the blobs they name.
struct ManifestOrder {
    private let graph: ManifestGraph
    private(set) var manifests: [PackagedManifest] = []
    private(set) var blobs: [PackagedBlob] = []
    /// The first blob that the layout lacks.
    private(set) var missing: PackageError?
    private var visited: Set<String> = []
    private var known: Set<String> = []

    init(_ graph: ManifestGraph) { self.graph = graph }

    /// Whether a referrer's subject, or the image that its tag names, is among the manifests.
    func isAbout(_ digest: String, tag: String?) -> Bool {
        if let tag { return visited.contains("sha256:" + tag.dropFirst(7)) }
        return graph.nodes[digest]?.document.subject.map { visited.contains($0.digest) } ?? false
    }

    mutating func visit(_ digest: String, tags: [String], depth: Int = 0) throws(PackageError) {
        guard visited.insert(digest).inserted else { return }
        guard let node = graph.nodes[digest] else {
            throw graph.failures[digest] ?? .missing(name: graph.layout.source, digest: digest)
        }
        guard depth < 8 else { throw .badDocument(name: graph.layout.source) }
        for child in node.document.manifests ?? [] { try visit(child.digest, tags: [], depth: depth + 1) }
        let descriptors = [node.document.config].compactMap { $0 } + (node.document.layers ?? [])
        for blob in descriptors + (node.document.blobs ?? []) { try add(blob) }
        manifests.append(PackagedManifest(digest: digest, mediaType: node.mediaType, bytes: node.bytes, tags: tags))
    }

    private mutating func add(_ blob: Descriptor) throws(PackageError) {
        let digest = try ContentDigest.checked(blob.digest, in: graph.layout.source)
        guard known.insert(digest).inserted else { return }
        let entry = graph.layout.blob(digest)
        if let entry, entry.size != blob.size {
            throw .sizeMismatch(name: entry.place.name, expected: blob.size, actual: entry.size)
        }
        if entry == nil, !blob.isForeign, missing == nil {
            missing = .missing(name: graph.layout.source, digest: digest)
        }
        blobs.append(
            PackagedBlob(
                id: digest,
                digest: digest,
                size: blob.size,
                mediaType: blob.mediaType ?? "application/octet-stream",
                isForeign: blob.isForeign,
                storedSize: entry?.size ?? 0,
                source: entry.map { graph.layout.container.source($0, .whole(digest: digest, size: blob.size)) }
            )
        )
    }
}
