import Containerd
import MirrorCore

/// The manifests of a layout that can be reached from its `index.json`.
struct ManifestGraph {
    struct Vertex {
        let bytes: [UInt8]
        let mediaType: String
        let document: ManifestDocument
        /// Why containerd would not unpack the image.
        var trouble: PackageError?
    }

    let layout: OCILayout
    private(set) var vertices: [String: Vertex] = [:]
    /// Why a manifest is not among them.
    private(set) var failures: [String: PackageError] = [:]

    init(layout: OCILayout) { self.layout = layout }

    /// Reads the manifest and all below it; what fails is told when an image needs it.
    mutating func add(_ top: Descriptor) {
        var waiting = [top]
        while let next = waiting.popLast() {
            guard vertices[next.digest] == nil, failures[next.digest] == nil else { continue }
            do throws(PackageError) {
                var vertex = try read(next)
                do throws(PackageError) {
                    if !next.isForNoPlatform { try LayerCheck(layout).check(vertex.document, digest: next.digest) }
                } catch {
                    vertex.trouble = error
                }
                vertices[next.digest] = vertex
                waiting += vertex.document.manifests ?? []
            } catch {
                failures[next.digest] = error
            }
        }
    }

    private func read(_ descriptor: Descriptor) throws(PackageError) -> Vertex {
        let digest = try ContentDigest.checked(descriptor.digest, in: layout.title)
        let entry = try layout.found(digest)
        guard let bytes = try layout.container.document(entry.path) else {
            throw .missing(name: layout.title, digest: digest)
        }
        guard Int64(bytes.count) == descriptor.size else {
            throw .sizeMismatch(name: entry.location.name, expected: descriptor.size, actual: Int64(bytes.count))
        }
        let actual = try Hash.digest(of: bytes, like: digest)
        guard actual == digest else {
            throw .digestMismatch(name: entry.location.name, expected: digest, actual: actual)
        }
        guard let document = ManifestDocument(json: bytes, as: descriptor.mediaType) else {
            throw .badDocument(name: entry.location.name)
        }
        let mediaType = descriptor.mediaType ?? document.impliedMediaType
        let all = [document.config].compactMap { $0 } + (document.layers ?? []) + (document.manifests ?? [])
        for text in [mediaType, document.mediaType].compactMap({ $0 }) + all.compactMap(\.mediaType)
        where !MediaType.isValid(text) {
            throw .badMediaType(name: entry.location.name, mediaType: text)
        }
        return Vertex(bytes: bytes, mediaType: mediaType, document: document)
    }
}

/// Collects the manifests of one image, children before parents, and the blobs they name.
struct ManifestOrder {
    private let graph: ManifestGraph
    private(set) var manifests: [PackagedManifest] = []
    private(set) var blobs: [PackagedBlob] = []
    /// The platforms that the layout lacks, or else the first blob.
    var missing: PackageError? { missingPlatforms ?? missingBlob }
    private var missingBlob: PackageError?
    private var missingPlatforms: PackageError?
    private var lacking: Set<String> = []
    /// Blobs that were found wanting, each as often as it was named.
    private var lacks = 0
    private var visited: Set<String> = []
    /// The same in their order.
    private(set) var order: [String] = []
    private var known: Set<String> = []

    private static let deepest = 8

    init(_ graph: ManifestGraph) { self.graph = graph }

    mutating func visit(_ digest: String, tags: [String], depth: Int = 0) throws(PackageError) {
        guard visited.insert(digest).inserted else { return }
        guard let vertex = graph.vertices[digest] else {
            throw graph.failures[digest] ?? .missing(name: graph.layout.title, digest: digest)
        }
        guard depth < Self.deepest else {
            throw .indexTooDeep(name: graph.layout.title, digest: digest, limit: Self.deepest)
        }
        order.append(digest)
        if let children = vertex.document.manifests { try visit(children, depth: depth + 1) }
        if let trouble = vertex.trouble { throw trouble }
        let descriptors = [vertex.document.config].compactMap { $0 } + (vertex.document.layers ?? [])
        for blob in descriptors + (vertex.document.blobs ?? []) { try add(blob) }
        manifests.append(PackagedManifest(digest: digest, mediaType: vertex.mediaType, bytes: vertex.bytes, tags: tags))
    }

    /// The manifests of an index. One that was exported for one platform names the others, too.
    private mutating func visit(_ children: [Descriptor], depth: Int) throws(PackageError) {
        var (absent, present): ([String], [String]) = ([], [])
        for child in children {
            let before = lacks
            do throws(PackageError) {
                try visit(child.digest, tags: [], depth: depth)
            } catch {
                guard case .missing = error, graph.vertices[child.digest] == nil else { throw error }
                lacks += 1
                missingBlob = missingBlob ?? error
            }
            let platform = child.platform
            guard !platform.isEmpty else { continue }
            if lacks > before { absent.append(platform) } else { present.append(platform) }
        }
        if !absent.isEmpty, !present.isEmpty, missingPlatforms == nil {
            missingPlatforms = .platformsMissing(name: graph.layout.title, missing: absent, present: present)
        }
    }

    private mutating func add(_ blob: Descriptor) throws(PackageError) {
        let digest = try ContentDigest.checked(blob.digest, in: graph.layout.title)
        guard known.insert(digest).inserted else {
            if lacking.contains(digest) { lacks += 1 }
            return
        }
        let entry = graph.layout.blob(digest)
        if let entry, entry.size != blob.size {
            throw .sizeMismatch(name: entry.location.name, expected: blob.size, actual: entry.size)
        }
        let limit = graph.layout.container.spaces.limits.blob
        guard (0...limit).contains(blob.size) else {
            throw .blobTooLarge(name: graph.layout.title, size: blob.size, limit: limit)
        }
        if entry == nil, !blob.isForeign {
            lacks += 1
            lacking.insert(digest)
            if missingBlob == nil {
                do throws(PackageError) { _ = try graph.layout.found(digest) } catch { missingBlob = error }
            }
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
