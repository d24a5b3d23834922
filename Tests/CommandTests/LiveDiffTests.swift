import Foundation
import TestSupport
import Testing

/// `diff` against the running cluster: a saved answer of kubectl, or kubectl itself (a stand-in).
@Suite struct LiveDiffTests {
    static let running = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
          resourceVersion: "123"
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70
          nodeConfig:
            registryMirrors:
            - endpoint: https://10.9.0.1:5000
              caCertSecretRef:
                name: ca-9dd74fd308bac6df562c7a7b220590b5
                namespace: anthos-creds
              hosts:
              - docker.io
              - quay.io

        """

    static let pools = """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: baremetal.cluster.gke.io/v1
          kind: NodePool
          metadata:
            name: new
            namespace: cluster-admin1
          spec:
            clusterName: admin1
            anthosBareMetalVersion: 1.34.0-gke.566
            nodes:
            - address: 10.0.5.1

        """

    static let header = """
        registryMirrors:
        - endpoint: https://10.9.0.1:5000
          caCertPath: /root/ca.crt
          hosts:
          - docker.io
          - quay.io
        ---

        """

    private func file(_ folder: TemporaryFolder, header: String = LiveDiffTests.header) throws -> String {
        let rest = EditCommandTests.admin.replacingOccurrences(
            of: "gcrKeyPath: /keys/gcr.json   # read only\n---\n",
            with: ""
        )
        return try folder.write("a.yaml", header + rest)
    }

    @Test func theFileSaysWhatTheClusterRunsWith() throws {
        let folder = try TemporaryFolder()
        let saved = try folder.write("live.yaml", Self.running)
        let result = try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", try file(folder), "--live", saved])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func whatTheFileTakesAwayIsNamedFirst() throws {
        let folder = try TemporaryFolder()
        let saved = try folder.write("live.yaml", Self.running)
        let without = Self.header.replacingOccurrences(of: "  - quay.io\n", with: "")
        let result = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", try file(folder, header: without), "--live", saved]
        )
        #expect(result.status == 2)
        #expect(result.output.contains("-  - quay.io"))
        #expect(result.output.contains("quay.io loses its mirror"))
        // A header without any mirror removes the one that runs.
        let none = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", try file(folder, header: "gcrKeyPath: /k\n---\n"), "--live", saved]
        )
        #expect(none.status == 2)
        #expect(none.errors.contains("would lose the mirror https://10.9.0.1:5000"))
        #expect(none.output.contains("  - The mirror https://10.9.0.1:5000 goes."))
    }

    @Test func kubectlIsAskedForTheClusterAndItsPools() throws {
        let standIn = try StandIn()
        let folder = try TemporaryFolder()
        try standIn.set("cluster.yaml", Self.running)
        try standIn.set("nodepools.yaml", Self.pools)
        try standIn.set("kubectl.answers", "get cluster *|0|cluster.yaml\nget nodepools*|0|nodepools.yaml\n")
        let path = try file(folder)
        let result = try standIn.run([
            "diff", "--cluster-config", path, "--kubeconfig", "/k", "--endpoint", "https://10.9.0.2:5000",
        ])
        #expect(result.status == 2, "\(result.errors)")
        #expect(standIn.calls.first == "kubectl get cluster admin1 -n cluster-admin1 --kubeconfig /k -o yaml")
        #expect(result.output.contains("node pool new 1.34.0-gke.566"))
        #expect(result.output.contains("hosts.toml"))
        #expect(result.output.contains("config.toml"))
        let json = try standIn.run([
            "diff", "--cluster-config", path, "--kubeconfig", "/k", "--remove", "--output", "json",
        ])
        #expect(json.status == 2)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["nodes"] as? [Any])?.count == 2)
        // The guard knows what the cluster has, too.
        let problems = (object["concerns"] as? [[String: Any]] ?? []).compactMap { $0["problem"] as? String }
        #expect(problems.contains { $0.contains("would lose the mirror https://10.9.0.1:5000") })
    }

    @Test func aClusterThatCannotBeAskedIsNoChange() throws {
        let standIn = try StandIn()
        let folder = try TemporaryFolder()
        try standIn.set("error", "Error from server (NotFound): clusters \"admin1\" not found\n")
        try standIn.set("kubectl.answers", "get *|1|error\n")
        let result = try standIn.run(["diff", "--cluster-config", try file(folder), "--kubeconfig", "/k"])
        #expect(result.status == 69)
        #expect(result.errors.contains("NotFound"))
        let saved = try folder.write("other.yaml", Self.running.replacingOccurrences(of: "admin1", with: "other"))
        let other = try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", try file(folder), "--live", saved])
        #expect(other.status == 65)
    }
}
