/// Nodes that one part of a cluster config file names, and the version they run.
package struct NodeGroup: Equatable, Sendable {
    package enum Role: String, Equatable, Sendable, CaseIterable, Codable {
        case controlPlane, loadBalancer, nodePool
    }

    package let role: Role
    /// The node pool's; empty for the others.
    package let name: String
    /// A pool's own, when it is pinned, else the cluster's; `nil` when the file does not say.
    package let version: GDCVersion?
    /// Addresses.
    package let nodes: [String]

    package init(role: Role, name: String = "", version: GDCVersion?, nodes: [String]) {
        self.role = role
        self.name = name
        self.version = version
        self.nodes = nodes
    }

    /// The lines that these nodes are on; all that may be when the version is not known.
    package func lines(in table: ReleaseTable = .current) -> [NodeLine] { table.lines(for: version) }
}

extension ClusterConfig {
    /// The versions that nodes of the file run, each once; empty when it does not say.
    package var nodeVersions: [GDCVersion] {
        nodeGroups.compactMap(\.version).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Every group of nodes of this cluster: control plane, load balancers, then the node pools in the file's order.
    package var nodeGroups: [NodeGroup] {
        guard let cluster else { return [] }
        var groups = [NodeGroup(role: .controlPlane, version: cluster.version, nodes: cluster.controlPlaneNodes)]
        if !cluster.loadBalancerNodes.isEmpty {
            groups.append(
                NodeGroup(role: .loadBalancer, version: cluster.version, nodes: cluster.loadBalancerNodes)
            )
        }
        // A pool whose cluster cannot be told belongs to the only cluster there is.
        let own = nodePools.filter {
            $0.clusterName.isEmpty || cluster.name.isEmpty || $0.clusterName == cluster.name
        }
        return groups
            + own.map { NodeGroup(role: .nodePool, name: $0.name, version: version(of: $0), nodes: $0.nodes) }
    }
}
