/// The documents of a cluster config file, found by what they hold: any of them may be missing, in any order, or there
/// may be a comments-only one before them.
struct ClusterConfigDocuments {
    enum Kind: Equatable, Sendable {
        case header, cluster, nodePool

        /// `kind: Cluster` also of other API groups exists; only this group is GDC's.
        private static let apiGroup = "baremetal.cluster.gke.io/"

        /// `nil` for anything else, like a Namespace or nothing at all.
        init?(_ root: YAMLNode) {
            guard let entries = root.entries, !entries.isEmpty else { return nil }
            let apiVersion = root["apiVersion"]
            let isOurs = apiVersion?.text?.hasPrefix(Self.apiGroup) ?? false
            switch root["kind"]?.text {
            case "Cluster" where isOurs: self = .cluster
            case "NodePool" where isOurs: self = .nodePool
            case nil where apiVersion == nil: self = .header
            default: return nil
            }
        }
    }

    /// Indices into the file's documents.
    private(set) var headers: [Int] = []
    private(set) var clusters: [Int] = []

    init(_ documents: [YAMLDocument]) {
        for (index, document) in documents.enumerated() {
            switch Kind(document.root) {
            case .header: headers.append(index)
            case .cluster: clusters.append(index)
            case .nodePool, nil: break
            }
        }
    }
}
