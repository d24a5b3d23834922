import Diagnosis
import Foundation
import MirrorCore
import MirrorSystem
import Operations
import TestSupport
import Testing
import Threads

/// Audits against the registries of Tests/Lab.
@Suite struct AuditJobTests {
    private static let pause = "gcr.io/anthos-baremetal-release/pause:3.9"
    private static let busybox = "busybox:1.36"

    private struct Mirror {
        var endpoint: String
        var ca: String?
        var login: String?
        var hosts = "docker.io"
        var isSpec = false

        var yaml: String {
            var lines = ["- endpoint: \(endpoint)", "  hosts: [\(hosts)]"]
            if let ca {
                lines.append(isSpec ? "  caCertSecretRef: {name: \(ca), namespace: ns}" : "  caCertPath: \(ca)")
            }
            if let login {
                lines.append(
                    isSpec
                        ? "  pullCredentialSecretRef: {name: \(login), namespace: ns}"
                        : "  pullCredentialConfigPath: \(login)"
                )
            }
            return lines.joined(separator: "\n")
        }
    }

    /// - Parameter pool: the version of a node pool besides.
    private func config(
        _ mirrors: [Mirror],
        version: String = "1.33.200-gke.70",
        pool: String? = nil
    ) throws -> ClusterConfig {
        let isSpec = mirrors.first?.isSpec == true
        let list = mirrors.map(\.yaml).joined(separator: "\n")
        let spec =
            isSpec
            ? "  nodeConfig:\n    registryMirrors:\n" + list.split(separator: "\n").map { "    \($0)\n" }.joined() : ""
        let header = isSpec ? "gcrKeyPath: /k\n" : "registryMirrors:\n\(list)\n"
        let text = """
            \(header)---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata:
              name: c
            spec:
              type: \(isSpec ? "user" : "admin")
              anthosBareMetalVersion: \(version)
            \(spec)
            """
        let other = pool.map { version in
            """

            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: NodePool
            metadata: {name: old}
            spec: {clusterName: c, anthosBareMetalVersion: \(version), nodes: [{address: 10.0.0.2}]}

            """
        }
        return try ClusterConfig(yaml: Array((text + (other ?? "")).utf8))
    }

    private func audit(
        _ mirrors: [Mirror],
        _ images: [String],
        version: String = "1.33.200-gke.70",
        ca: String? = nil,
        login: String? = nil
    ) async throws -> AuditReport {
        let config = try config(mirrors, version: version)
        let subject = try AuditSubject(
            config,
            path: "/c.yaml",
            mirrors: config.nodeMirrors,
            caPath: ca,
            dockerConfigPath: login
        )
        #expect(config.nodeMirrors.count == mirrors.count)
        var list = AuditImages()
        for image in images { list.add(image) }
        let job = subject.job(list)
        return try #require(await offPool { job.run() })
    }

    private func results(_ report: AuditReport) -> [String] { report.images.map { $0.result?.name ?? "-" } }

    @Test(arguments: ["1.33.200-gke.70", "1.34.0-gke.566", "1.35.0-gke.525"])
    func whatTheMirrorHasIsAsked(version: String) async throws {
        let lab = try Lab.running()
        let images = [Self.pause, "docker.io/library/busybox:1.36", Self.busybox, "gcr.io/no/such:1", "quay.io/a/b:1"]
        for (name, login) in [("tls", nil), ("basic", lab.dockerConfigPath), ("token", lab.dockerConfigPath)] {
            let mirror = Mirror(endpoint: lab.url(name) + "/v2/mirror", ca: lab.caPath, login: login)
            let report = try await audit([mirror], images, version: version)
            #expect(
                results(report) == ["mirror", "mirror", "mirror", "upstreamNext", "upstream"],
                "\(name): \(report.doubts)"
            )
            #expect(report.doubts.isEmpty, "\(name)")
            #expect(report.remedies["quay.io"]?.there == 0)
        }
    }

    /// The token server is on another host name, and the operator's CA has signed it.
    @Test func aTokenServerElsewhereIsAskedWhereTheCAIsTheOperators() async throws {
        let lab = try Lab.running()
        let mirror = Mirror(
            endpoint: lab.url("token-elsewhere") + "/v2/mirror",
            ca: lab.caPath,
            login: lab.dockerConfigPath
        )
        #expect(results(try await audit([mirror], [Self.pause])) == ["mirror"])
    }

    /// What nodes log in with is not known here, or nothing, or wrong: three different things.
    @Test func aLoginThatIsNotKnownIsNoAnswer() async throws {
        let lab = try Lab.running()
        let endpoint = lab.url("basic") + "/v2/mirror"
        let none = Mirror(endpoint: endpoint, ca: lab.caPath)
        #expect(results(try await audit([none], [Self.pause])) == ["upstreamNext"])
        let secret = Mirror(endpoint: endpoint, ca: "ca", login: "login", isSpec: true)
        let unknown = try await audit([secret], [Self.pause], ca: lab.caPath)
        let reference = SecretReference(namespace: "ns", name: "login")
        let host = String(lab.url("basic").dropFirst(8))
        #expect(unknown.doubts == [.loginUnknown(host: host, .secret(reference))])
        #expect(results(unknown) == ["unchecked"])
        let given = try await audit([secret], [Self.pause], ca: lab.caPath, login: lab.dockerConfigPath)
        #expect(results(given) == ["mirror"])
        let other = try lab.write("audit-other.json", "{\"auths\": {}}")
        let file = Mirror(endpoint: endpoint, ca: lab.caPath, login: other)
        #expect(try await audit([file], [Self.pause]).doubts == [.loginUnknown(host: host, .file(other))])
    }

    @Test func aCAThatIsNotKnownIsNoAnswer() async throws {
        let lab = try Lab.running()
        let endpoint = lab.url("tls") + "/v2/mirror"
        let secret = try await audit([Mirror(endpoint: endpoint, ca: "ca", isSpec: true)], [Self.pause])
        #expect(results(secret) == ["unchecked"])
        guard case .caUnknown? = secret.doubts.first else { return #expect(Bool(false), "\(secret.doubts)") }
        let none = try await audit([Mirror(endpoint: endpoint)], [Self.pause])
        guard case .noAnswer? = none.doubts.first else { return #expect(Bool(false), "\(none.doubts)") }
        let missing = try await audit([Mirror(endpoint: endpoint, ca: "/no/such/ca.crt")], [Self.pause])
        guard case .caUnknown? = missing.doubts.first else { return #expect(Bool(false), "\(missing.doubts)") }
    }

    /// Found out once, whatever there is to ask for; the next mirror has what there is.
    @Test func aMirrorOutOfReachIsAskedNoMore() async throws {
        let lab = try Lab.running()
        let dead = Mirror(endpoint: "https://127.0.0.1:1")
        let alive = Mirror(endpoint: lab.url("tls") + "/v2/mirror", ca: lab.caPath)
        let images = [Self.pause, Self.busybox] + (0..<200).map { "gcr.io/none/i\($0):1" }
        let alone = try await audit([dead], images)
        #expect(Set(results(alone)) == ["unchecked"])
        #expect(alone.doubts.count == 1)
        #expect(alone.findings.map(\.code) == ["MIR1003"])
        let both = try await audit([dead, alive], images)
        #expect(results(both).prefix(2) == ["mirror", "mirror"])
        // The other one may have had these.
        #expect(Set(results(both).dropFirst(2)) == ["unchecked"])
        #expect(both.doubts.count == 1, "\(both.doubts)")
    }

    /// Whoever says yes to everything has nothing.
    @Test func aServerThatAgreesToAllIsNoMirror() async throws {
        let lab = try Lab.running()
        let html = Mirror(endpoint: lab.url("front-html"), ca: lab.caPath)
        #expect(Set(results(try await audit([html], [Self.pause, "gcr.io/no/such:1"]))).isDisjoint(with: ["mirror"]))
    }

    /// One request for one manifest: not for each spelling, each version, each thread.
    @Test func eachManifestIsAskedForOnce() async throws {
        let lab = try Lab.running()
        let name = "once-\(UInt32.random(in: 0 ... .max))"
        let mirror = Mirror(endpoint: lab.url("http").replacing("https", with: "http") + "/v2/mirror")
        let config = try config([mirror], version: "1.34.0-gke.566", pool: "1.33.200-gke.70")
        let subject = try AuditSubject(config, path: "c.yaml", mirrors: config.nodeMirrors)
        #expect(subject.sources.count == 2)
        var list = AuditImages()
        for image in [name, "docker.io/library/\(name)", "library/\(name):latest", "index.docker.io/library/\(name)"] {
            list.add(image)
        }
        let job = subject.job(list)
        let report = try #require(await offPool { job.run() })
        #expect(Set(results(report)) == ["upstreamNext"])
        let asked = lab.log("http").split(separator: "\n").filter { $0.contains("HEAD /v2/mirror/library/\(name)/") }
        #expect(asked.count == 1, "\(asked)")
    }

    @Test func aCancelledAuditSaysNothing() async throws {
        let config = try config([Mirror(endpoint: "https://127.0.0.1:1")])
        let job = try AuditSubject(config, path: "c.yaml", mirrors: config.nodeMirrors).job(AuditImages())
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(await (try offPool { job.run(cancellation: cancellation) }) == nil)
    }
}
