/// The machines of a cluster config file, and how bmctl logs in to them.
package struct ClusterNodes: Equatable, Sendable {
    package struct Node: Equatable, Sendable {
        /// The IPv4 address that SSH is spoken to.
        package let address: String
        /// `controlPlane`, `loadBalancer`, or a node pool's name.
        package let pool: String

        package init(address: String, pool: String) {
            self.address = address
            self.pool = pool
        }
    }

    /// `sshPrivateKeyPath` of the header.
    package var privateKeyPath: String?
    /// `spec.nodeAccess.loginUser`; without it root.
    package var loginUser: String?
    package var controlPlane: [String] = []
    package var loadBalancer: [String] = []
    /// `spec.maintenanceBlocks.cidrBlocks`: addresses, ranges `A-B`, networks `A/N`.
    package var maintenanceBlocks: [String] = []

    package init() {}

    mutating func readHeader(_ root: YAMLNode) {
        privateKeyPath = root["sshPrivateKeyPath"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func readCluster(_ spec: YAMLNode?) {
        loginUser = spec?[path: "nodeAccess", "loginUser"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        controlPlane = Self.addresses(spec?[path: "controlPlane", "nodePoolSpec", "nodes"])
        loadBalancer = Self.addresses(spec?[path: "loadBalancer", "nodePoolSpec", "nodes"])
        maintenanceBlocks = (spec?[path: "maintenanceBlocks", "cidrBlocks"]?.items ?? []).compactMap(\.text)
    }

    private static func addresses(_ node: YAMLNode?) -> [String] {
        (node?.items ?? []).compactMap { $0["address"]?.text }
    }

    package func isInMaintenance(_ address: String) -> Bool {
        guard let address = Self.number(address) else { return false }
        return maintenanceBlocks.contains { block in
            if let dash = block.firstIndex(of: "-") {
                guard let low = Self.number(block[..<dash].filter { $0 != " " }),
                    let high = Self.number(block[block.index(after: dash)...].filter { $0 != " " })
                else { return false }
                return (low...max(low, high)).contains(address)
            }
            let parts = block.split(separator: "/", maxSplits: 1).map(String.init)
            guard let first = parts.first, let network = Self.number(first) else { return false }
            let bits = parts.count == 2 ? Int(parts[1]) ?? 32 : 32
            return (1...32).contains(bits) ? (network ^ address) >> UInt32(32 - bits) == 0 : bits == 0
        }
    }

    private static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard let byte = UInt8(part) else { return nil }
            value = value << 8 | UInt32(byte)
        }
        return value
    }
}

extension ClusterConfig {
    /// Every machine once, the control plane first; a pool of another cluster is left out.
    package var allNodes: [ClusterNodes.Node] {
        var seen: Set<String> = []
        var all = nodes.controlPlane.map { ClusterNodes.Node(address: $0, pool: "controlPlane") }
        all += nodes.loadBalancer.map { ClusterNodes.Node(address: $0, pool: "loadBalancer") }
        for pool in nodePools {
            let name = cluster?.name ?? ""
            guard pool.clusterName.isEmpty || name.isEmpty || pool.clusterName == name else { continue }
            all += pool.nodes.map { ClusterNodes.Node(address: $0, pool: pool.name) }
        }
        return all.filter { seen.insert($0.address).inserted }
    }

    /// The mirrors that the file gives its nodes: those of the place that counts for its type, else the other's.
    package var nodeMirrors: [RegistryMirror] {
        nodeMirrorPlace.flatMap { validate(registryMirrors(at: $0), for: $0).mirrors } ?? []
    }

    /// Where these stand; `nil` when there are none.
    package var nodeMirrorPlace: MirrorPlace? {
        filledPlace(preferring: placement(for: .update).place)
    }

    /// That place if it has mirrors, else the other if that has any.
    package func filledPlace(preferring place: MirrorPlace) -> MirrorPlace? {
        [place, place == .header ? .spec : .header].first { !registryMirrors(at: $0).isEmpty }
    }
}
