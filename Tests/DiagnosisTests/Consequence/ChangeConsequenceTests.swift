import Diagnosis
import MirrorCore
import Testing

/// What a change of the list means for the nodes behind it.
@Suite struct ChangeConsequenceTests {
    static let cluster = """
        gcrKeyPath: /keys/gcr.json
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: hybrid1
          namespace: cluster-hybrid1
        spec:
          type: hybrid
          anthosBareMetalVersion: 1.34.0-gke.566
          controlPlane:
            nodePoolSpec:
              nodes:
              - address: 10.0.0.1
              - address: 10.0.0.2
          loadBalancer:
            nodePoolSpec:
              nodes:
              - address: 10.0.0.3
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: NodePool
        metadata:
          name: old
          namespace: cluster-hybrid1
        spec:
          clusterName: hybrid1
          anthosBareMetalVersion: 1.33.200-gke.70
          nodes:
          - address: 10.0.1.1
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: NodePool
        metadata:
          name: of-another
        spec:
          clusterName: hybrid2
          nodes:
          - address: 10.0.2.1

        """

    private func groups() throws -> [NodeGroup] { try ClusterConfig(yaml: Array(Self.cluster.utf8)).nodeGroups }

    private func change(_ old: [MirrorDraft], _ new: [MirrorDraft]) throws -> ChangeConsequence {
        ChangeConsequence(groups: try groups(), from: old, to: new, at: .header)
    }

    @Test func everyGroupOfTheClusterIsSeenWithItsOwnVersion() throws {
        let groups = try groups()
        #expect(groups.map(\.role) == [.controlPlane, .loadBalancer, .nodePool])
        #expect(groups.map(\.nodes.count) == [2, 1, 1])
        #expect(groups.map(\.name) == ["", "", "old"])
        #expect(groups.map { $0.version?.minor } == [34, 34, 33])
    }

    @Test func aPoolWithALowerVersionKeepsConfigTOMLWhileTheClusterReadsHostsTOML() throws {
        let new = MirrorDraft(endpoint: "https://10.9.0.1:5000", mirrorNamespace: "ns", hosts: ["docker.io"])
        let consequence = try change([], [new])
        #expect(consequence.nodes.map(\.line.form) == [.configTOML, .hostsTOML])
        let (config, hosts) = (consequence.nodes[0], consequence.nodes[1])
        #expect(config.groups.map(\.name) == ["old"])
        #expect(config.files.map(\.path) == ["/etc/containerd/config.toml"])
        #expect(config.files.first?.after?.contains("endpoint = [\"https://10.9.0.1:5000/v2/ns\"]") == true)
        #expect(hosts.groups.map(\.role) == [.controlPlane, .loadBalancer])
        #expect(
            hosts.files.map(\.path) == [
                "/etc/containerd/certs.d/gcr.io/hosts.toml", "/etc/containerd/certs.d/docker.io/hosts.toml",
            ]
        )
        #expect(hosts.files.map(\.kind) == [.created, .created])
        for node in consequence.nodes {
            #expect(node.sources.map(\.registryHost) == ["gcr.io", "docker.io"])
            #expect(node.sources.map(\.after.first) == Array(repeating: "https://10.9.0.1:5000/v2/ns", count: 2))
            #expect(node.sources[1].before == ["https://registry-1.docker.io/v2"])
            // Neither host had a mirror, which is a finding of `why`.
            #expect(Set(node.going.map(\.code)) == ["MIR0711"])
            #expect(node.appearing == [])
        }
    }

    @Test func aHostThatLosesItsMirrorComesFirstAndIsAFinding() throws {
        let old = MirrorDraft(endpoint: "https://h:5000", hosts: ["quay.io", "docker.io"])
        let new = MirrorDraft(endpoint: "https://h:5001", hosts: ["quay.io"])
        let node = try #require(try change([old], [new]).nodes.last)
        #expect(node.sources.map(\.registryHost) == ["docker.io", "gcr.io", "quay.io"])
        #expect(node.sources.map(\.losesMirror) == [true, false, false])
        #expect(node.appearing.map { "\($0.code) \($0.arguments["registryHost"] ?? "")" } == ["MIR0711 docker.io"])
        #expect(node.files.map(\.kind) == [.updated, .updated, .removed].sorted { $0.rawValue > $1.rawValue })
        #expect(node.files.first { $0.kind == .removed }?.path == "/etc/containerd/certs.d/docker.io/hosts.toml")
    }

    @Test func withoutMirrorsNothingOfThemStays() throws {
        let node = try #require(try change([MirrorDraft(endpoint: "https://h:5000")], []).nodes.first)
        #expect(node.files.map(\.kind) == [.removed])
        #expect(node.sources.map(\.losesMirror) == [true])
        #expect(node.sources.first?.after == ["https://gcr.io/v2"])
    }

    @Test func whatChangesForBmctlOnlyDoesNotChangeNodes() throws {
        let old = MirrorDraft(endpoint: "https://h:5000", pullCredentialConfigPath: "/a.json")
        let new = MirrorDraft(endpoint: "https://h:5000", pullCredentialConfigPath: "/b.json")
        let consequence = try change([old], [new])
        #expect(consequence.changes.count == 1)
        #expect(consequence.nodes.allSatisfy { $0.isEmpty })
    }

    @Test func anOldMirrorThatCannotBeReadIsNamedAndNotGuessedAt() throws {
        let consequence = try change([MirrorDraft(endpoint: "10.0.0.1:5000/x")], [MirrorDraft(endpoint: "https://h")])
        #expect(consequence.unreadable.map(\.endpoint) == ["10.0.0.1:5000/x"])
    }

    @Test func aClusterWithoutAVersionShowsBothKindsOfFiles() throws {
        let text = Self.cluster.replacing("  anthosBareMetalVersion: 1.34.0-gke.566\n", with: "")
        let groups = try ClusterConfig(yaml: Array(text.utf8)).nodeGroups
        let consequence = ChangeConsequence(
            groups: groups,
            from: [],
            to: [MirrorDraft(endpoint: "https://h")],
            at: .header
        )
        // One of them says its version; the others may be on any of today's lines.
        #expect(consequence.nodes.map(\.groups.count) == [3, 2, 2])
    }

    @Test func thousandsOfPoolsAreCounted() throws {
        let groups = (1...2000).map {
            NodeGroup(role: .nodePool, name: "np\($0)", version: GDCVersion(1, 33), nodes: ["10.0.0.1", "10.0.0.2"])
        }
        let consequence = ChangeConsequence(
            groups: groups,
            from: [],
            to: [MirrorDraft(endpoint: "https://h")],
            at: .header
        )
        let readers = try #require(consequence.nodes.first).readers(limit: 6)
        #expect(readers.count == 6)
        #expect(readers.last?.arguments == ["count": "1995", "nodes": "3990"])
    }

    /// The page says which file holds what: 1.34 begins hosts.toml.
    @Test(arguments: [("1.33.999-gke.1", "configTOML"), ("1.34.0-gke.1", "hostsTOML"), ("1.8.2", "configTOML")])
    func theVersionDecidesTheFile(version: String, line: String) throws {
        let group = NodeGroup(role: .controlPlane, version: GDCVersion(version), nodes: [])
        #expect(group.lines().map(\.form.id) == [line])
    }
}
