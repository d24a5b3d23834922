import Texts

/// What a cluster config file says about its cluster and its mirrors.
package struct ClusterConfig: Equatable, Sendable {
    /// The key-value document of bmctl.
    package struct Header: Equatable, Sendable {
        /// In the file's order.
        package var keys: [String] = []
        /// `nil` when absent or empty; then a fallback to gcr.io is anonymous.
        package var gcrKeyPath: String?
        /// Values of the header's own `…Path` keys, in the file's order.
        package var paths: [NamedPath] = []
        /// `nil` when the key is absent.
        package var registryMirrors: [MirrorDraft]?
        package var hasPrivateRegistries = false
        /// From 1.
        package var line = 1
    }

    /// A path on the admin workstation.
    package struct NamedPath: Equatable, Sendable {
        package let key: String
        package let path: String
        /// From 1.
        package let line: Int
    }

    package struct Cluster: Equatable, Sendable {
        package var name = ""
        package var namespace = ""
        /// A name as Kubernetes has them: no path and no option of a program that it is given to.
        package var hasUsableName: Bool {
            SecretSyntax.isName(name) && (namespace.isEmpty || SecretSyntax.isNamespace(namespace))
        }
        package var type: ClusterType?
        package var version: GDCVersion?
        /// `anthosBareMetalVersion` as written, also when it is no version.
        package var versionText = ""
        /// `nil` when the key is absent.
        package var registryMirrors: [MirrorDraft]?
        package var hasPrivateRegistries = false
        package var proxy: Proxy?
        /// Addresses.
        package var controlPlaneNodes: [String] = []
        package var loadBalancerNodes: [String] = []
        /// From 1.
        package var line = 1
    }

    package struct Proxy: Equatable, Sendable {
        package var url = ""
        /// Immutable after creation: the mirror must be in it from the start.
        package var noProxy: [String] = []

        /// A cluster that goes straight to everything.
        package static let absent = Proxy()
    }

    package struct NodePool: Equatable, Sendable {
        package var name = ""
        package var clusterName = ""
        /// Its own, when it is pinned to another than the cluster's.
        package var version: GDCVersion?
        /// Addresses of its nodes.
        package var nodes: [String] = []
    }

    package var header: Header?
    package var cluster: Cluster?
    package var nodePools: [NodePool] = []
    package var nodes = ClusterNodes()
    /// What an operator should know about the file besides.
    package var notes: [Phrase] = []

    package init() {}
}

extension ClusterConfig {
    /// The mirrors at a place; empty when there are none.
    package func registryMirrors(at place: MirrorPlace) -> [MirrorDraft] {
        (place == .header ? header?.registryMirrors : cluster?.registryMirrors) ?? []
    }

    /// Where the mirrors of this cluster are to be changed, and why.
    package func placement(
        for operation: ClusterOperation,
        releases: ReleaseTable = .current
    ) -> MirrorPlacement {
        // A file that does not say its type but has mirrors in the spec, and none in the header, is a user cluster's.
        if let cluster, cluster.type == nil, cluster.registryMirrors != nil, header?.registryMirrors == nil,
            operation == .update
        {
            return MirrorPlacement(.spec, reason: Phrase("placement.specOfUnknownType"))
        }
        return MirrorPlacement(
            type: cluster?.type,
            operation: operation,
            version: cluster?.version,
            releases: releases
        )
    }

    /// The version a pool's nodes run: its own or the cluster's.
    package func version(of pool: NodePool) -> GDCVersion? { pool.version ?? cluster?.version }
}
