import MirrorCore

/// `node --output json`
struct NodeJSON: Encodable {
    struct Mirror: Encodable {
        let baseURL: String
        let source: WhyJSON.Source?
        let tls: String
        let credential: String
    }

    struct Host: Encodable {
        let registryHost: String
        let usesMirror: Bool
        let mirrors: [Mirror]
        /// What fails every pull of this host.
        let error: String?
    }

    struct Node: Encodable {
        let node: String
        let name: String?
        let pool: String?
        let inMaintenance: Bool
        let isReachable: Bool
        let os: String?
        let containerdVersion: String?
        /// `given`, `installed` or `guessed`
        let versionOrigin: String?
        /// `files` or `dump`
        let configOrigin: String?
        let configFiles: [String]
        let configPath: [String]
        let unit: String?
        /// Seconds since 1970, on the node.
        let clock: Int64?
        /// Equal on nodes that do the same for every image.
        let configuration: String?
        let hosts: [Host]
        let findings: [FindingJSON]
    }

    struct Group: Encodable {
        let configuration: String?
        let nodes: [String]
    }

    let nodes: [Node]
    let groups: [Group]

    init(_ fleet: NodeFleetView) {
        nodes = fleet.nodes.map(Self.node)
        groups = fleet.groups.map { group in
            Group(
                configuration: group.identity.isEmpty ? nil : group.identity,
                nodes: group.nodes.map { printable($0.target) }
            )
        }
    }

    private static func node(_ node: NodeFleetView.Node) -> Node {
        let judgement = node.judgement
        let report = judgement.inspection.report
        return Node(
            node: printable(node.target),
            name: report.flatMap { $0.name.isEmpty ? nil : printable($0.name) },
            pool: judgement.inspection.pool.map(printable),
            inMaintenance: judgement.inspection.isInMaintenance,
            isReachable: report != nil,
            os: report?.facts["os"].map(printable),
            containerdVersion: report.map { _ in "\(judgement.version)" },
            versionOrigin: report.map { _ in judgement.versionOrigin.rawValue },
            configOrigin: report.map { _ in judgement.configOrigin.rawValue },
            configFiles: judgement.explainer?.config.files.map(printable) ?? [],
            configPath: judgement.explainer?.roots.map(printable) ?? [],
            unit: report?.unitState.map(printable),
            clock: report?.clock,
            configuration: report.map { _ in judgement.identityDigest },
            hosts: judgement.hosts.map(host),
            findings: node.findings.map(FindingJSON.init)
        )
    }

    private static func host(_ host: NodeJudgement.Host) -> Host {
        let mirrors = host.plan.resolving.filter { !$0.isUpstream }.map { attempt in
            Mirror(
                baseURL: printable(attempt.endpoint.baseURL),
                source: attempt.endpoint.source.map { WhyJSON.Source(file: printable($0.file), line: $0.line) },
                tls: attempt.tls.map { texts($0) }.joined(separator: "; "),
                credential: texts(attempt.credentialPhrase)
            )
        }
        return Host(
            registryHost: printable(host.name),
            usesMirror: host.plan.usesMirror,
            mirrors: mirrors,
            error: host.plan.error.map { printable($0.text) }
        )
    }
}
