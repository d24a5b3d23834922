import Foundation
import TestSupport
import Testing
import Yams

/// The finished binary, from the first key to the written file.
@Suite(.serialized, .terminals) struct WalkTests {
    /// What PyYAML reads, as JSON.
    private func pyYAML(_ path: String) throws -> String {
        let script = "import json, sys, yaml; print(json.dumps(list(yaml.safe_load_all(open(sys.argv[1])))))"
        let result = try Tool.run("/usr/bin/python3", ["-c", script, path])
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func adminClusterToHeader() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        let terminal = station.terminal
        try station.start("mirrorctl")
        try terminal.wait(for: "What do you want to do?")
        try terminal.wait(for: "1.33.200-gke.70")
        try terminal.press("Enter")
        try terminal.wait(for: "▸CLUSTER")
        try terminal.type("adm")
        try terminal.press("Tab")
        try terminal.wait(for: "admin1: admin cluster, version 1.33.200-gke.70")
        try station.go(to: "MIRRORS › 1 a new one")
        // Nothing listens there: the probe fails at once and must not be in the way.
        try terminal.type("https://127.0.0.1:1")
        try terminal.press("Enter")
        try terminal.type("test-namespace")
        // A letter on the hosts looks for one, Enter takes it, and the next is done.
        try terminal.press("Enter")
        try terminal.type("dock")
        try terminal.wait(for: "[ ] us-docker.pkg.dev")
        try terminal.press("Enter")
        try terminal.wait(for: "[x] docker.io")
        try terminal.press("Enter")
        try terminal.type("/root/ca.crt")
        try terminal.press("Enter")
        try terminal.type("/root/.docker/config.json")
        // Something is wrong now: the question names what becomes of the nodes, and Enter goes on.
        try terminal.wait(for: "MIR0102")
        try terminal.press("Enter", "Enter")
        try terminal.wait(for: "go on to the review")
        try terminal.press("Enter")
        try terminal.wait(for: "What will happen on the nodes")
        try terminal.press("Enter")
        try terminal.wait(for: "▸REVIEW")
        try station.go(to: "WRITE")
        try terminal.wait(for: "[ write the file ]")
        #expect(try station.read("admin1.yaml") == ClusterFiles.adminHeader + ClusterFiles.adminRest)
        try terminal.press("Enter")
        try terminal.wait(for: "admin1.yaml is written")
        try terminal.press("Enter")
        let end = try station.end()
        #expect(end.exitCode == 0)
        #expect(end.modesKept)

        let block = """
            registryMirrors:
            - endpoint: https://127.0.0.1:1/v2/test-namespace
              caCertPath: /root/ca.crt
              pullCredentialConfigPath: /root/.docker/config.json
              hosts:
              - docker.io

            """
        let written = try station.read("admin1.yaml")
        #expect(written == ClusterFiles.adminHeader + block + ClusterFiles.adminRest)
        let python = try pyYAML(station.folder + "/admin1.yaml")
        #expect(python.contains(#""registryMirrors": [{"endpoint": "https://127.0.0.1:1/v2/test-namespace""#))
        let documents = try Array(Yams.compose_all(yaml: written))
        #expect(documents.count == 3)
        let mirror = try #require(documents.first?["registryMirrors"]?[0])
        #expect(mirror["endpoint"]?.string == "https://127.0.0.1:1/v2/test-namespace")
        #expect(mirror["hosts"]?.array().map(\.string) == ["docker.io"])
        #expect(mirror["caCertPath"]?.string == "/root/ca.crt")
        #expect(mirror["pullCredentialConfigPath"]?.string == "/root/.docker/config.json")
    }

    @Test func userClusterToSpec() throws {
        let station = try Workstation(columns: 120, rows: 40, environment: ["NO_COLOR=1"])
        defer { station.remove() }
        try station.write(ClusterFiles.user, to: "user1.yaml")
        let terminal = station.terminal
        try station.start("mirrorctl wizard --cluster-config user1.yaml")
        // A file without mirrors begins with the form.
        try terminal.wait(for: "Mirrors › 1")
        try terminal.wait(for: "user1 · user")
        try terminal.type("https://127.0.0.1:1")
        try terminal.press("Tab", "Tab", "Tab")
        try terminal.type("anthos-creds/ca-mirror")
        // The preview stands beside the form.
        try terminal.wait("the mirror in the preview") {
            $0.contains("+       - endpoint") || $0.contains("+     - endpoint")
        }
        try terminal.wait(for: "MIR0102")
        try terminal.press("F4")
        try terminal.wait(for: "Go on although")
        try terminal.press("Enter", "F4")
        try terminal.wait(for: "[ write the file ]")
        try terminal.press("Enter")
        try terminal.wait(for: "user1.yaml is written")
        try terminal.press("Enter")
        let end = try station.end()
        #expect(end.exitCode == 0)
        #expect(end.modesKept)

        let written = try station.read("user1.yaml")
        let documents = try Array(Yams.compose_all(yaml: written))
        let node = try #require(documents.last?["spec"]?["nodeConfig"])
        #expect(node["podDensity"]?["maxPodsPerNode"]?.int == 250)
        let mirror = try #require(node["registryMirrors"]?[0])
        #expect(mirror["endpoint"]?.string == "https://127.0.0.1:1")
        #expect(mirror["caCertSecretRef"]?["name"]?.string == "ca-mirror")
        #expect(mirror["caCertSecretRef"]?["namespace"]?.string == "anthos-creds")
        // Lines were added, none was touched.
        let old = ClusterFiles.user.split(separator: "\n", omittingEmptySubsequences: false)
        var rest = written.split(separator: "\n", omittingEmptySubsequences: false)[...]
        for line in old {
            let index = try #require(rest.firstIndex(of: line))
            rest = rest[(index + 1)...]
        }
        #expect(try pyYAML(station.folder + "/user1.yaml").contains(#""maxPodsPerNode": 250"#))
    }
}
