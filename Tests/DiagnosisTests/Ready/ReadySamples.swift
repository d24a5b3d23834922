import MirrorCore
import TestSupport
import Testing

@testable import Diagnosis

/// Facts about an upgrade that a test changes in one place.
enum ReadySamples {
    static let now = NodeSamples.now
    static let day: Int64 = 86_400

    /// - Parameter version: what the admin cluster's file says; empty for nothing.
    static func facts(
        to target: String,
        from version: String = "1.33.200-gke.70",
        text: String = ClusterSamples.admin(["10.0.0.1"]),
        releases: ReleaseTable = .current
    ) throws -> ReadyFacts {
        let from = version.isEmpty ? "" : "anthosBareMetalVersion: \(version)"
        let text = text.replacing("anthosBareMetalVersion: 1.33.200-gke.70", with: from)
        let file = try ClusterConfig(yaml: Array(text.utf8))
        let question = ReadyQuestion(target: try #require(UpgradeTarget(target)), clusterConfigPath: "a.yaml")
        var facts = ReadyFacts(question, file: file, now: now, releases: releases)
        facts.mirrors = file.nodeMirrors.map { ReadyMirror($0, plan: ProbePlan(endpoint: $0.endpoint), hidden: []) }
        return facts
    }

    /// `admin1` as kubectl prints it.
    static func live(_ version: String, endpoint: String = "https://172.18.0.20:5000/v2/mirror") throws -> LiveCluster {
        let text = """
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata: {name: admin1, namespace: cluster-admin1}
            spec:
              type: admin
              anthosBareMetalVersion: \(version)
              nodeConfig:
                registryMirrors: [{endpoint: "\(endpoint)", hosts: [docker.io]}]
            """
        return try LiveCluster(kubectl: Array(text.utf8))
    }

    static func certificate(_ subject: String, issuer: String, days: Int64, print: String) -> CertificateFacts {
        CertificateFacts(subject: subject, issuer: issuer, notAfter: now + days * day, sha256Fingerprint: print)
    }
}

extension [ReadyLine] {
    /// `checked`, `notable`, `notChecked` or `wrong` with the text's key.
    var said: [String] {
        map { line in
            let state = line.isNotable ? "notable" : line.state.rawValue
            return "\(state) \(line.text.key.split(separator: ".").dropFirst().joined(separator: "."))"
        }
    }
}
