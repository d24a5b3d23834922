import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts

/// An upgrade on whose way an image and a CA are wrong.
enum UpgradeSamples {
    static let package = "bmpackages_1.35.0-gke.525.tar.xz"
    static let config = ClusterSamples.admin(["10.0.0.1", "10.0.0.2"])
        .replacing("  hosts:\n", with: "  caCertPath: /root/ca.crt\n  hosts:\n")

    static func made() throws -> ReadyFacts {
        let file = try ClusterConfig(yaml: Array(config.utf8))
        let target = try #require(UpgradeTarget("1.35.0-gke.525"))
        var question = ReadyQuestion(target: target, clusterConfigPath: "bmctl-workspace/admin1/admin1.yaml")
        question.packages = [package]
        let now: Int64 = 1_790_000_000
        var facts = ReadyFacts(question, file: file, now: now)
        facts.mirrors = file.nodeMirrors.map { mirror in
            var plan = ProbePlan(endpoint: mirror.endpoint)
            plan.caCertPath = "/root/ca.crt"
            var ready = ReadyMirror(mirror, plan: plan, hidden: [])
            var report = ProbeReport(plan: plan, startedAt: now)
            let root = CertificateFacts(subject: "CN=Plant CA", issuer: "CN=Plant CA", notAfter: now + 864_000)
            let leaf = CertificateFacts(
                subject: "CN=172.18.0.20",
                issuer: "CN=Plant CA",
                notAfter: now + 86_400_000,
                sha256Fingerprint: "AB"
            )
            report.tls = TLSFacts(version: "TLSv1.3", chain: [leaf])
            report.isFinished = true
            ready.report = report
            ready.caFile = .loaded([root])
            return ready
        }
        let lost = ReadyImage.Outcome.missing([Phrase("push.differs.manifestMissing", ["reference": "v1.7"])])
        facts.packages = [
            ReadyPackage(
                path: package,
                images: (0..<212).map { index in
                    ReadyImage(
                        name: "gcr.io/anthos-baremetal-release/image-\(index):v1.\(index)",
                        registryHost: "gcr.io",
                        places: [(mirror: 0, outcome: index == 7 ? lost : .present)]
                    )
                }
            )
        ]
        return facts
    }

    static func lines() throws -> [ReadyLine] {
        let facts = try made()
        // What is known of a release's problems grows, and these screens are not about it.
        return ReadyTopic.allCases.filter { $0 != .traps }.flatMap { $0.lines(facts) }
    }

    static func verdict() throws -> ReadyVerdict {
        let facts = try made()
        return ReadyVerdict(target: facts.question.target, cluster: "admin1", lines: try lines())
    }
}
