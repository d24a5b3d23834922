import Texts

/// A cluster as its managing cluster knows it: an answer to `kubectl get … -o yaml` (or `-o json`), one object, a List of
/// them, or several documents.
package struct LiveCluster: Equatable, Sendable {
    /// Without a header, which only files have; with the cluster's own NodePools where the answer holds them.
    package let config: ClusterConfig
    package let resourceVersion: String
    /// It was no answer but a cluster config file, whose header names mirrors by paths.
    package let hasHeaderMirrors: Bool
    /// For each mirror the keys that are not known here, so that nobody can take them over.
    package let unknownKeys: [[String]]
    /// Secrets that the answer holds besides. Nothing of their values is kept.
    package let secrets: [SecretFacts]

    /// - Parameters:
    ///   - name: of the Cluster, when the answer may hold several.
    ///   - namespace: the same.
    package init(
        kubectl bytes: [UInt8],
        name: String? = nil,
        namespace: String? = nil
    ) throws(LiveClusterError) {
        let objects = try Self.objects(bytes)
        let clusters = objects.filter { ClusterConfigDocuments.Kind($0) == .cluster }
        let wanted = clusters.filter { root in
            (name == nil || root[path: "metadata", "name"]?.text == name)
                && (namespace == nil || root[path: "metadata", "namespace"]?.text == namespace)
        }
        guard let cluster = wanted.first else {
            if let name, !clusters.isEmpty { throw .notAmong(name, Self.names(clusters)) }
            throw .noCluster(kinds: objects.compactMap { $0["kind"]?.text })
        }
        guard wanted.count == 1 else { throw .several(Self.names(wanted)) }
        let own = cluster[path: "metadata", "name"]?.text
        let pools = objects.filter {
            ClusterConfigDocuments.Kind($0) == .nodePool && $0[path: "spec", "clusterName"]?.text == own
                && $0[path: "metadata", "namespace"]?.text == cluster[path: "metadata", "namespace"]?.text
        }
        do throws(YAMLError) {
            config = try ClusterConfig(cluster: cluster, nodePools: pools)
        } catch {
            throw .notYAML(error)
        }
        resourceVersion = cluster[path: "metadata", "resourceVersion"]?.text ?? ""
        hasHeaderMirrors = objects.contains {
            ClusterConfigDocuments.Kind($0) == .header && $0["registryMirrors"]?.items?.isEmpty == false
        }
        let known = Set(MirrorPlace.spec.keys)
        unknownKeys = (cluster[path: "spec", "nodeConfig", "registryMirrors"]?.items ?? []).map { item in
            (item.entries ?? []).map(\.key).filter { !known.contains($0) }
        }
        secrets = objects.compactMap { SecretFacts($0) }
    }

    /// The mirrors that the cluster runs with, with references to Secrets.
    package var registryMirrors: [MirrorDraft] { config.registryMirrors(at: .spec) }

    /// Every object, those of a List one by one.
    private static func objects(_ bytes: [UInt8]) throws(LiveClusterError) -> [YAMLNode] {
        let documents: [YAMLDocument]
        do {
            documents = try readYAML(bytes)
        } catch {
            throw .notYAML(error)
        }
        return documents.flatMap { document in
            let isList = document.root["kind"]?.text?.hasSuffix("List") == true
            return isList ? document.root["items"]?.items ?? [] : [document.root]
        }
    }

    private static func names(_ clusters: [YAMLNode]) -> [String] {
        clusters.map { $0[path: "metadata", "name"]?.text ?? "" }
    }
}

/// Why an answer of kubectl says nothing of the cluster that was asked for.
package enum LiveClusterError: Error, Equatable, Sendable {
    case notYAML(YAMLError)
    /// The kinds that are there instead.
    case noCluster(kinds: [String])
    /// The name that was asked for, and those that are there.
    case notAmong(String, [String])
    case several([String])

    package var problem: Phrase {
        switch self {
        case .notYAML(let error):
            Phrase(
                "live.notYAML",
                ["line": "\(error.line)", "column": "\(error.column)"],
                parts: ["problem": error.problem]
            )
        case .noCluster(let kinds):
            kinds.isEmpty
                ? Phrase("live.nothing") : Phrase("live.noCluster", ["kinds": kinds.joined(separator: ", ")])
        case .notAmong(let name, let names):
            Phrase("live.notAmong", ["name": name, "names": names.joined(separator: ", ")])
        case .several(let names): Phrase("live.several", ["names": names.joined(separator: ", ")])
        }
    }

    package var fix: Phrase {
        switch self {
        case .several, .notAmong: Phrase("live.fix.name")
        default: Phrase("live.fix.command")
        }
    }
}
