import Texts

extension ClusterConfig {
    /// Reads a file's bytes.
    ///
    /// - Throws: when it is not YAML. A YAML file without a cluster gives an empty value with notes.
    package init(yaml bytes: [UInt8]) throws(YAMLError) {
        var pools: [NodePool] = []
        let documents = try readYAML(bytes) { root in
            let kind = ClusterConfigDocuments.Kind(root)
            // There may be thousands of them.
            if kind == .nodePool { pools.append(Self.readNodePool(root)) }
            return kind == .header || kind == .cluster
        }
        try self.init(documents: documents, nodePools: pools)
    }

    /// What a running cluster is, which has no header.
    init(cluster root: YAMLNode, nodePools: [YAMLNode]) throws(YAMLError) {
        cluster = try readCluster(root)
        self.nodePools = nodePools.map(Self.readNodePool)
    }

    private init(documents: [YAMLDocument], nodePools: [NodePool]) throws(YAMLError) {
        self.nodePools = nodePools
        let found = ClusterConfigDocuments(documents)
        if let index = found.headers.first { header = try readHeader(documents[index].root) }
        if found.headers.count > 1 {
            notes.append(Phrase("cluster.note.severalHeaders", ["count": "\(found.headers.count)"]))
        }
        if let index = found.clusters.first { cluster = try readCluster(documents[index].root) }
        switch found.clusters.count {
        case 0: notes.append(Phrase("cluster.note.noCluster"))
        case 1: break
        default: notes.append(Phrase("cluster.note.severalClusters", ["count": "\(found.clusters.count)"]))
        }
        for duplicate in documents.flatMap(\.duplicateKeys).prefix(20) {
            let lines = ["line": "\(duplicate.line)", "first": "\(duplicate.firstLine)"]
            notes.append(Phrase("cluster.note.duplicateKey", lines))
        }
    }

    private mutating func readHeader(_ root: YAMLNode) throws(YAMLError) -> Header {
        var header = Header()
        header.keys = (root.entries ?? []).map(\.key)
        header.gcrKeyPath = root["gcrKeyPath"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        header.registryMirrors = try readMirrors(root.entry("registryMirrors"))
        header.hasPrivateRegistries = root.entry("privateRegistries") != nil
        header.line = Int(root.place.line)
        nodes.readHeader(root)
        for entry in root.entries ?? [] where entry.key.hasSuffix("Path") {
            guard let path = entry.value.text, !path.isEmpty else { continue }
            header.paths.append(NamedPath(key: entry.key, path: path, line: Int(entry.keyPlace.line)))
        }
        noteUnusablePaths(root)
        noteConfusedRegistries(root.entry("registryMirrors"), root.entry("privateRegistries"))
        return header
    }

    private mutating func readCluster(_ root: YAMLNode) throws(YAMLError) -> Cluster {
        var cluster = Cluster()
        let spec = root["spec"]
        cluster.line = Int(root.place.line)
        cluster.name = root[path: "metadata", "name"]?.text ?? ""
        cluster.namespace = root[path: "metadata", "namespace"]?.text ?? ""
        if spec?.entries == nil {
            notes.append(Phrase("cluster.note.noSpec", ["line": "\(root.place.line)"]))
        }
        if let type = spec?["type"]?.text {
            cluster.type = ClusterType(rawValue: type)
            if cluster.type == nil { notes.append(Phrase("cluster.note.unknownType", ["type": type])) }
        } else {
            notes.append(Phrase("cluster.note.noType"))
        }
        if let version = spec?["anthosBareMetalVersion"]?.text {
            cluster.versionText = version
            cluster.version = GDCVersion(version)
            if cluster.version == nil { notes.append(Phrase("cluster.note.unknownVersion", ["version": version])) }
        }
        nodes.readCluster(spec)
        let nodeConfig = spec?["nodeConfig"]
        cluster.registryMirrors = try readMirrors(nodeConfig?.entry("registryMirrors"))
        cluster.hasPrivateRegistries = nodeConfig?.entry("privateRegistries") != nil
        noteConfusedRegistries(nodeConfig?.entry("registryMirrors"), nodeConfig?.entry("privateRegistries"))
        cluster.controlPlaneNodes = Self.addresses(spec?["controlPlane"])
        cluster.loadBalancerNodes = Self.addresses(spec?["loadBalancer"])
        if let proxy = spec?["proxy"], proxy.entries != nil {
            cluster.proxy = Proxy(url: proxy["url"]?.text ?? "", noProxy: Self.noProxy(proxy["noProxy"]))
        }
        return cluster
    }

    /// A list, or one comma-separated text: the field reference shows the one, the samples the other.
    private static func noProxy(_ node: YAMLNode?) -> [String] {
        if let items = node?.items { return items.compactMap(\.text) }
        return (node?.text ?? "").split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func addresses(_ part: YAMLNode?) -> [String] {
        (part?[path: "nodePoolSpec", "nodes"]?.items ?? []).compactMap { $0["address"]?.text }
    }

    private static func readNodePool(_ root: YAMLNode) -> NodePool {
        let items = root[path: "spec", "nodes"]?.items ?? []
        var nodes: [String] = []
        // No room to spare: there may be thousands of pools.
        nodes.reserveCapacity(items.count)
        for item in items { if let address = item["address"]?.text { nodes.append(address) } }
        return NodePool(
            name: root[path: "metadata", "name"]?.text ?? "",
            clusterName: root[path: "spec", "clusterName"]?.text ?? "",
            version: root[path: "spec", "anthosBareMetalVersion"]?.text.flatMap { GDCVersion($0) },
            nodes: nodes
        )
    }

    /// `nil` when the key is absent, empty when nothing stands after it.
    private mutating func readMirrors(_ entry: YAMLEntry?) throws(YAMLError) -> [MirrorDraft]? {
        guard let entry else { return nil }
        if entry.value.isNull { return [] }
        guard let items = entry.value.items else {
            notes.append(Phrase("cluster.note.mirrorsNoList", ["line": "\(entry.keyPlace.line)"]))
            return []
        }
        for item in items where item.entries == nil {
            notes.append(Phrase("cluster.note.mirrorNoMapping", ["line": "\(item.place.line)"]))
        }
        return try MirrorDraft.list(items)
    }
}
