import Diagnosis
import MirrorCore
import TestSupport
import Testing

/// Who stands on an image's way, and what follows before anybody is asked.
@Suite struct AuditRouteTests {
    private static let private1 = "172.18.0.20:5000"

    private static func config(_ version: String = "1.33.200-gke.70", mirrors: String = "") throws -> ClusterConfig {
        try ClusterConfig(
            yaml: Array(
                """
                registryMirrors:
                - endpoint: https://\(private1)/v2/mirror
                  hosts: [docker.io]
                \(mirrors)
                ---
                apiVersion: baremetal.cluster.gke.io/v1
                kind: Cluster
                metadata: {name: c}
                spec:
                  type: admin
                  anthosBareMetalVersion: \(version)
                  controlPlane: {nodePoolSpec: {nodes: [{address: 10.0.0.1}]}}

                """.utf8
            )
        )
    }

    private func settled(_ image: String, inside: [String] = [], asks: Bool = true, _ config: ClusterConfig) throws
        -> [AuditResult?]
    {
        let mirrors = config.nodeMirrors
        let bounds = AuditBounds(mirrors: mirrors.map(\.endpoint.hostAndPort), named: inside)
        return try AuditSource.sources(of: config, mirrors: mirrors) { _ in nil }.map { source in
            var explainer = source.explainer
            return AuditRoute(try explainer.explain(image), bounds).settled(asks: asks)
        }
    }

    private static let byDigest = "gcr.io/a/b@sha256:" + String(repeating: "a", count: 64)
    private static let unasked: [(String, AuditResult?, AuditResult)] = [
        ("gcr.io/a/b:1", nil, .configured), ("nginx", nil, .configured),
        ("index.docker.io/library/nginx:1", nil, .configured), ("quay.io/a/b:1", .upstream, .upstream),
        ("us.gcr.io/a/b:1", .upstream, .upstream), ("localhost/a:1", .inside(.node), .inside(.node)),
        ("localhost:5000/a:1", .inside(.node), .inside(.node)),
        ("127.0.0.1:5000/a:1", .inside(.node), .inside(.node)),
        ("172.18.0.20:5000/a:1", nil, .inside(.mirror)),
        ("172.18.0.20/a:1", .inside(.privateAddress), .inside(.privateAddress)),
        ("192.168.1.1:5000/a:1", .inside(.privateAddress), .inside(.privateAddress)),
        ("8.8.8.8:5000/a:1", .upstream, .upstream), ("172.32.0.1/a:1", .upstream, .upstream),
        ("registry.corp.example/a:1", .upstream, .upstream),
        ("own.corp.example:5000/a:1", .inside(.named), .inside(.named)),
        (byDigest, nil, .configured),
    ]

    @Test(arguments: unasked)
    func whatNeedsNoAsking(image: String, asking: AuditResult?, unasked: AuditResult) throws {
        for version in ["1.15.1", "1.33.200-gke.70", "1.34.0-gke.566", "1.36.0", "1.99.0"] {
            let config = try Self.config(version)
            #expect(try settled(image, inside: ["own.corp.example"], config) == [asking], "\(version)")
            #expect(try settled(image, inside: ["own.corp.example"], asks: false, config) == [unasked], "\(version)")
        }
    }

    /// A registry that everybody knows is outside, whoever calls it a mirror; unless the operator says otherwise.
    @Test func aPublicMirrorIsOutside() throws {
        let config = try Self.config(mirrors: "- {endpoint: \"https://mirror.gcr.io\", hosts: [quay.io]}")
        #expect(try settled("quay.io/a/b:1", config) == [.upstream])
        #expect(try settled("quay.io/a/b:1", inside: ["mirror.gcr.io"], config) == [nil])
        // The first of the list is asked first.
        #expect(try settled("gcr.io/a/b:1", config) == [nil])
    }

    @Test func eachPoolIsJudgedByItsOwnVersion() throws {
        let config = try ClusterConfig(yaml: Array(ClusterSamples.hybrid.utf8))
        let sources = AuditSource.sources(of: config, mirrors: config.nodeMirrors) { _ in nil }
        #expect(sources.map { "\($0.explainer.rules.version)" } == ["1.7.34", "2.0.11"])
    }

    @Test func aFileWithoutAVersionIsJudgedByAllCurrentOnes() throws {
        var config = try Self.config()
        config.cluster?.version = nil
        let sources = AuditSource.sources(of: config, mirrors: config.nodeMirrors) { _ in nil }
        #expect(sources.map(\.line) == ReleaseTable.current.currentLines)
    }

    /// The CA lies where nodes have it, so that an image that names the mirror itself is asked for with it, too.
    @Test(arguments: ["1.33.0", "1.34.0", "1.35.0"])
    func theMirrorsCAIsOnTheWay(version: String) throws {
        let config = try Self.config(version)
        let pem = Array("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n".utf8)
        let sources = AuditSource.sources(of: config, mirrors: config.nodeMirrors) { _ in pem }
        var explainer = try #require(sources.first).explainer
        for image in ["gcr.io/a/b:1", "\(Self.private1)/a/b:1"] {
            let first = try #require(try explainer.explain(image).resolving.first)
            #expect(first.endpoint.tls.caFiles == ["/etc/containerd/certs.d/\(Self.private1)/ca.crt"], "\(image)")
        }
    }
}
