import Containerd
import MirrorCore

/// A node in a bundle's manifest; its report stands beside it.
struct NodeEvidence: Codable {
    private var target: String
    private var failure: NodeFailure?
    private var noise: String
    private var pool: String?
    private var isInMaintenance: Bool
    private var givenVersion: String?
    private var askedAt: Int64?
    private var now: Int64

    static func reportName(_ number: Int) -> String { "mirrorctl/nodes/\(number)/report" }

    init(_ node: NodeInspection, number: Int, known: SecretForms) {
        target = node.target
        failure = node.failure
        noise = Redaction.text(node.report?.noise ?? "", known: known)
        pool = node.pool
        isInMaintenance = node.isInMaintenance
        givenVersion = node.givenVersion.map { "\($0)" }
        askedAt = node.askedAt
        now = node.now
    }

    func inspection(
        _ number: Int,
        _ parts: inout [String: [UInt8]],
        expected: ExpectedMirrors?
    ) throws(EvidenceBundle.Failure) -> NodeInspection {
        let outcome: NodeInspection.Outcome
        if let failure {
            outcome = .failure(failure)
        } else {
            let name = Self.reportName(number)
            guard let bytes = parts.removeValue(forKey: name), var report = try? NodeReportParser.parse(records: bytes)
            else {
                throw .part(name)
            }
            report.noise = noise
            outcome = .report(report)
        }
        var node = NodeInspection(target: target, outcome: outcome, now: now)
        node.pool = pool
        node.isInMaintenance = isInMaintenance
        node.givenVersion = givenVersion.flatMap { ContainerdVersion($0) }
        node.askedAt = askedAt
        node.expected = expected
        return node
    }
}

/// What the cluster config file wants: places, hosts and fingerprints, nothing else of it.
struct ExpectedEvidence: Codable {
    private struct Mirror: Codable {
        let endpoint: MirrorEndpoint
        let hosts: [String]
    }

    private let all: [Mirror]
    private let caFingerprints: [String: [String]]

    init(_ expected: ExpectedMirrors) {
        all = expected.mirrors.map { Mirror(endpoint: $0.endpoint, hosts: $0.hosts.map(\.name)) }
        caFingerprints = expected.caFingerprints.mapValues { $0.sorted() }
    }

    var mirrors: ExpectedMirrors {
        let mirrors = all.map { mirror in
            RegistryMirror(
                endpoint: mirror.endpoint,
                hosts: mirror.hosts.compactMap { RegistryHost($0) },
                caCert: nil,
                pullCredential: nil
            )
        }
        return ExpectedMirrors(mirrors: mirrors, caFingerprints: caFingerprints.mapValues { Set($0) })
    }
}
