/// Where in a file the mirrors stand or would have to.
enum MirrorTarget {
    /// The `registryMirrors` entry of this mapping.
    case present(YAMLEntry, parent: YAMLNode)
    /// The mapping that would hold it: the header, or `nodeConfig`.
    case absent(parent: YAMLNode)
    /// `nodeConfig` of this spec is missing.
    case noNodeConfig(spec: YAMLNode)
    /// `nodeConfig` of this spec has no value.
    case emptyNodeConfig(YAMLEntry, spec: YAMLNode)
    case noHeader

    static let key = "registryMirrors"

    init(_ documents: [YAMLDocument], place: MirrorPlace) throws(ClusterConfigEditError) {
        let found = ClusterConfigDocuments(documents)
        switch place {
        case .header:
            guard found.headers.count <= 1 else {
                throw .severalHeaders(lines: found.headers.map { Int(documents[$0].root.place.line) })
            }
            guard let index = found.headers.first else {
                self = .noHeader
                return
            }
            self = try Self.inside(documents[index].root)
        case .spec:
            guard found.clusters.count <= 1 else {
                throw .severalClusters(lines: found.clusters.map { Int(documents[$0].root.place.line) })
            }
            guard let index = found.clusters.first else { throw .noCluster }
            let root = documents[index].root
            guard let spec = try Self.only("spec", in: root), !spec.value.isNull else {
                throw .noSpec(line: Int(root.place.line))
            }
            try Self.checkMapping(spec)
            guard let nodeConfig = try Self.only("nodeConfig", in: spec.value) else {
                self = .noNodeConfig(spec: spec.value)
                return
            }
            if nodeConfig.value.isNull || nodeConfig.value.entries?.isEmpty == true {
                self = .emptyNodeConfig(nodeConfig, spec: spec.value)
                return
            }
            try Self.checkMapping(nodeConfig)
            self = try Self.inside(nodeConfig.value)
        }
    }

    private static func inside(_ parent: YAMLNode) throws(ClusterConfigEditError) -> MirrorTarget {
        guard let entry = try only(key, in: parent) else { return .absent(parent: parent) }
        guard entry.value.items != nil || entry.value.isNull else {
            throw .otherType(key: key, line: Int(entry.keyPlace.line))
        }
        return .present(entry, parent: parent)
    }

    private static func checkMapping(_ entry: YAMLEntry) throws(ClusterConfigEditError) {
        if entry.value.isAlias { throw .alias(line: Int(entry.value.place.line)) }
        guard let entries = entry.value.entries, !entries.isEmpty else {
            throw .otherType(key: entry.key, line: Int(entry.keyPlace.line))
        }
    }

    private static func only(_ key: String, in mapping: YAMLNode) throws(ClusterConfigEditError) -> YAMLEntry? {
        let found = (mapping.entries ?? []).filter { $0.key == key }
        if found.count > 1 {
            throw .repeatedKey(key, line: Int(found[1].keyPlace.line), firstLine: Int(found[0].keyPlace.line))
        }
        return found.first
    }
}
