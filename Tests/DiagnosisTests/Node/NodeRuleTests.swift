import MirrorCore
import Testing
import Texts

@testable import Diagnosis

@Suite struct NodeRuleTests {
    private func codes(_ inspection: NodeInspection) -> [String] { NodeJudgement(inspection).findings.map(\.code) }

    @Test func aGoodNodeHasNoFinding() {
        #expect(codes(NodeSamples.inspection()) == [])
        #expect(NodeJudgement(NodeSamples.inspection()).isGood)
    }

    /// A cause has one name: its own node gives its code, once or for each registry host, and no other.
    @Test func eachCauseGivesItsOwnFindingAndNoOther() throws {
        for rule in nodeRules {
            let inspection = try #require(NodeSamples.byCode[rule.code], "no sample for \(rule.code)")
            let findings = NodeJudgement(inspection).findings
            #expect(Set(findings.map(\.code)) == [rule.code], "\(rule.code)")
            for finding in findings {
                #expect(finding.severity == rule.severity)
                for catalogue in Catalogue.all {
                    for phrase in [finding.title, finding.cause, finding.nextStep] {
                        #expect(catalogue.keys.contains(phrase.key), "\(catalogue.language) \(phrase.key)")
                        #expect(!catalogue(phrase).contains("{"), "\(catalogue(phrase))")
                    }
                }
            }
        }
        #expect(Set(NodeSamples.byCode.keys) == Set(nodeRules.map(\.code)))
    }

    @Test func nodesThatDoTheSameHaveTheSameIdentity() {
        let one = NodeJudgement(NodeSamples.inspection())
        var other = NodeSamples.inspection()
        other.askedAt = nil
        #expect(NodeJudgement(other).identityDigest == one.identityDigest)
        // The same path with another certificate in it is not the same.
        other.certificates = other.certificates.mapValues { _ in [NodeSamples.ca("CC")] }
        #expect(NodeJudgement(other).identityDigest != one.identityDigest)
    }

    @Test func oddNodesComeFirst() {
        let good = NodeSamples.inspection()
        var odd = good
        odd.certificates = odd.certificates.mapValues { _ in [NodeSamples.ca("CC")] }
        let lost = NodeSamples.byCode["MIR0801"] ?? good
        let fleet = NodeFleetView([good, good, odd, lost].map(NodeJudgement.init))
        #expect(fleet.groups.map(\.nodes.count) == [1, 1, 2])
        #expect(fleet.groups[0].identity == "" && fleet.groups[1].nodes[0].judgement.inspection == odd)
        #expect(fleet.groups.map(\.letter) == ["", "B", "A"])
        #expect(fleet.hasError)
    }

    @Test func theUsualConfigurationIsA() {
        let groups = AlikeNodes(["x", nil, "y", "y", "z", "w"]).groups
        #expect(
            groups.map { "\($0.letter) \($0.identity) \($0.nodes)" } == ["D w [5]", "C z [4]", "B x [0]", "A y [2, 3]"]
        )
        #expect(AlikeNodes([nil]).groups.isEmpty)
        #expect(AlikeNodes((0..<28).map { "\($0)" }).groups.map(\.letter).prefix(3) == ["28", "27", "Z"])
    }

    /// What the dump leaves out for secrecy is not taken for a difference.
    @Test func aDumpThatAgreesIsNoFinding() {
        var report = NodeSamples.report()
        report.outputs["dump"] = NodeSamples.config()
        let node = NodeJudgement(NodeSamples.inspection(report))
        #expect(node.configOrigin == .files && node.findings == [])
    }
}

@Suite struct ClusterNodesTests {
    private let yaml = """
        sshPrivateKeyPath: /root/.ssh/id_rsa
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata: {name: c1, namespace: cluster-c1}
        spec:
          type: hybrid
          nodeAccess: {loginUser: ops}
          controlPlane: {nodePoolSpec: {nodes: [{address: 10.0.0.1}, {address: 10.0.0.2, k8sIP: 192.168.0.2}]}}
          loadBalancer: {nodePoolSpec: {nodes: [{address: 10.0.0.2}, {address: 10.0.0.3}]}}
          maintenanceBlocks: {cidrBlocks: [10.0.0.2, 10.0.1.0/24, "10.0.2.5-10.0.2.7"]}
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: NodePool
        metadata: {name: pool1, namespace: cluster-c1}
        spec: {clusterName: c1, nodes: [{address: 10.0.0.4}, {address: 10.0.0.1}]}
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: NodePool
        metadata: {name: foreign, namespace: cluster-c2}
        spec: {clusterName: c2, nodes: [{address: 10.0.0.9}]}
        """

    @Test func everyMachineOnceWithItsPool() throws {
        let config = try ClusterConfig(yaml: Array(yaml.utf8))
        #expect(config.nodes.privateKeyPath == "/root/.ssh/id_rsa" && config.nodes.loginUser == "ops")
        #expect(
            config.allNodes.map { "\($0.pool) \($0.address)" } == [
                "controlPlane 10.0.0.1", "controlPlane 10.0.0.2", "loadBalancer 10.0.0.3", "pool1 10.0.0.4",
            ]
        )
    }

    @Test func maintenanceIsAnAddressANetworkOrARange() throws {
        let nodes = try ClusterConfig(yaml: Array(yaml.utf8)).nodes
        let inside = ["10.0.0.2", "10.0.1.200", "10.0.2.5", "10.0.2.7"]
        let outside = ["10.0.0.1", "10.0.3.1", "10.0.2.4", "10.0.2.8", "node1"]
        #expect(inside.allSatisfy(nodes.isInMaintenance))
        #expect(!outside.contains(where: nodes.isInMaintenance))
    }
}
