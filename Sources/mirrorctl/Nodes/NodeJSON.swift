import Diagnosis
import Texts

/// `node --output json`, and what `why` and `canary` say of a node that cannot be asked
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

    struct CAFile: Encodable {
        let path: String
        /// Seconds since 1970.
        let notAfter: Int64?
        let subject: String?
        let sha256: String?
    }

    struct Space: Encodable {
        let freeKiB: Int64
        let usedPercent: Int
    }

    /// The cause of a pull that the journal shows failing.
    struct FailedPull: Encodable {
        let image: String
        let host: String?
        let fault: String?
        let podEvent: String?
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
        /// Seconds by which it is ahead of ours.
        let clockOffset: Int64?
        /// Of the file system of images.
        let space: Space?
        /// `HTTPS_PROXY=…`, `NO_PROXY=…`
        let proxies: [String]
        /// One for each certificate.
        let caFiles: [CAFile]
        let failedPulls: [FailedPull]
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
    /// Nodes that do the same.
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
            clockOffset: judgement.clockOffset,
            space: report?.imageSpace.map { Space(freeKiB: $0.free, usedPercent: $0.usedPercent) },
            proxies: judgement.proxies.map(printable),
            caFiles: judgement.caFacts.flatMap(files),
            failedPulls: judgement.failedPulls.map {
                FailedPull(
                    image: shown($0.image),
                    host: $0.host.map(shown),
                    fault: $0.fault?.name,
                    podEvent: $0.podEvent.map(shown)
                )
            },
            configuration: report.map { _ in judgement.identityDigest },
            hosts: judgement.hosts.map(host),
            findings: node.findings.map(FindingJSON.init)
        )
    }

    private static func files(_ fact: NodeJudgement.CAFact) -> [CAFile] {
        let path = printable(fact.path)
        guard !fact.certificates.isEmpty else {
            return [CAFile(path: path, notAfter: nil, subject: nil, sha256: nil)]
        }
        return fact.certificates.map {
            CAFile(path: path, notAfter: $0.notAfter, subject: $0.subject, sha256: $0.sha256Fingerprint)
        }
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
