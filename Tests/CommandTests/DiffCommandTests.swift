import Foundation
import TestSupport
import Testing

/// `diff`: the file's text, the list, the nodes.
@Suite struct DiffCommandTests {
    private func diff(_ file: String, _ more: [String]) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", file] + more)
    }

    @Test func removalsComeFirstAndEveryPoolIsShownByItsVersion() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("h.yaml", ClusterSamples.hybrid)
        let result = try diff(
            file,
            ["--endpoint", "https://10.9.0.2:5000", "--host", "docker.io", "--ca-cert-path", "/ca.crt"]
        )
        #expect(result.status == 2, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        let summary = try #require(lines.firstIndex(of: "What changes:"))
        #expect(lines[summary + 1].hasPrefix("  - Mirror 1 serves quay.io no more"))
        #expect(lines[(summary + 1)...].prefix { $0.hasPrefix("  ") }.contains { $0.hasPrefix("  ~ ") })
        let config = try #require(lines.firstIndex { $0.contains("read config.toml") })
        let hosts = try #require(lines.firstIndex { $0.contains("read hosts.toml") })
        #expect(lines[config + 1] == "  node pool old 1.33.200-gke.70 (nodes: 1)")
        #expect(lines[hosts + 1].hasPrefix("  control plane"))
        #expect(lines.contains { $0.hasPrefix("  │ -") && $0.contains("10.9.0.1:5000") })
        #expect(lines.contains("  /etc/containerd/certs.d/quay.io/hosts.toml (goes)"))
        #expect(lines.contains { $0.hasPrefix("  quay.io loses its mirror: https://10.9.0.1:5000/v2") })
        #expect(lines.contains { $0.hasPrefix("  appears: MIR0711 (warning)") && $0.contains("quay.io") })
    }

    @Test func patchTakesItAndGetsWhatApplyWrites() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("h.yaml", ClusterSamples.hybrid)
        let copy = try folder.write("copy.yaml", ClusterSamples.hybrid)
        let change = ["--endpoint", "https://10.9.0.2:5000", "--host", "docker.io"]
        let patch = try folder.write("p", try diff(file, change).output)
        let patched = try Tool.run("/usr/bin/patch", ["-s", copy, patch])
        #expect(patched.status == 0, "\(patched.output)\(patched.errors)")
        #expect(try Tool.run(Tool.mirrorctl, ["apply", "--yes", "--cluster-config", file] + change).status == 0)
        #expect(try folder.bytes("copy.yaml") == folder.bytes("h.yaml"))
    }

    @Test func secretsAreNotShown() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.hybrid.replacingOccurrences(
            of: "https://10.9.0.1:5000",
            with: "https://me:s3cret@10.9.0.1:5000"
        )
        let file = try folder.write(
            "h.yaml",
            text.replacingOccurrences(of: "gcrKeyPath: /keys/gcr.json", with: "token: s3cret")
        )
        for format in ["text", "json"] {
            let result = try diff(file, ["--endpoint", "https://10.9.0.2:5000", "--output", format])
            #expect(!(result.output + result.errors).contains("s3cret"))
            #expect(result.output.contains("••••#1"))
        }
    }

    @Test func theJSONHoldsItAll() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("h.yaml", ClusterSamples.hybrid)
        let result = try diff(file, ["--remove", "--output", "json"])
        #expect(result.status == 2)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        )
        let nodes = try #require(object["nodes"] as? [[String: Any]])
        #expect(nodes.compactMap { $0["nodeFiles"] as? String } == ["configTOML", "hostsTOML"])
        let sources = try #require(nodes.first?["sources"] as? [[String: Any]])
        #expect(sources.allSatisfy { $0["losesMirror"] as? Bool == true })
        #expect(sources.compactMap { $0["registryHost"] as? String } == ["gcr.io", "docker.io", "quay.io"])
        let changes = try #require(object["changes"] as? [[String: Any]])
        #expect(changes.first?["mark"] as? String == "-")
    }

    @Test func aChangeWithoutEffectIsAProblem() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "h.yaml",
            ClusterSamples.hybrid.replacingOccurrences(of: "1.34.0-gke.566", with: "1.29.0-gke.1")
        )
        let result = try diff(file, ["--endpoint", "https://10.9.0.1:5000", "--host", "docker.io"])
        #expect(result.status == 1)
        #expect(result.errors.contains("refusal"))
    }
}
