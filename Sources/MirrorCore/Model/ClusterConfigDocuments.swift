/// The documents of a cluster config file, found by what they hold: any of them may be missing, in any order, or there
/// may be a comments-only one before them.
struct ClusterConfigDocuments {
    /// Indices into the file's documents.
    private(set) var headers: [Int] = []
    private(set) var clusters: [Int] = []
    private(set) var nodePools: [Int] = []

    /// `kind: Cluster` also of other API groups exists; only this group is GDC's.
    static let apiGroup = "baremetal.cluster.gke.io/"

    init(_ documents: [YAMLDocument]) {
        for (index, document) in documents.enumerated() {
            guard let entries = document.root.entries else { continue }
            let kind = document.root["kind"]?.text
            let isOurs = document.root["apiVersion"]?.text?.hasPrefix(Self.apiGroup) ?? false
            switch kind {
            case "Cluster" where isOurs: clusters.append(index)
            case "NodePool" where isOurs: nodePools.append(index)
            case nil where document.root["apiVersion"] == nil && !entries.isEmpty: headers.append(index)
            default: break
            }
        }
    }
}
