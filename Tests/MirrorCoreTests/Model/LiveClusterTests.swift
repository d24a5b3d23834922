import TestSupport
import Testing
import Texts

@testable import MirrorCore

@Suite struct LiveClusterTests {
    static let admin = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
          resourceVersion: "4711"
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: |
              {"apiVersion":"baremetal.cluster.gke.io/v1","kind":"Cluster"}
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70
          nodeConfig:
            podDensity:
              maxPodsPerNode: 250
            registryMirrors:
            - caCertSecretRef:
                name: ca-9dd74fd308bac6df562c7a7b220590b5
                namespace: anthos-creds
              endpoint: https://172.18.0.20:5000/v2/ns
              hosts:
              - docker.io
              pullCredentialSecretRef:
                name: pull-creds-9dd74fd308bac6df562c7a7b220590b5
                namespace: anthos-creds
        status:
          ready: true

        """

    private func read(_ text: String, _ name: String? = nil) throws(LiveClusterError) -> LiveCluster {
        try LiveCluster(kubectl: Array(text.utf8), name: name)
    }

    @Test func readsOneObjectAListAndJSON() throws {
        let one = try read(Self.admin)
        #expect(one.resourceVersion == "4711" && one.config.cluster?.type == .admin && one.config.header == nil)
        #expect(one.registryMirrors.map(\.url) == ["https://172.18.0.20:5000/v2/ns"])
        #expect(one.registryMirrors[0].caCertSecret == "anthos-creds/ca-9dd74fd308bac6df562c7a7b220590b5")

        let other = Self.admin.replacing("admin1", with: "user1")
        func item(_ text: String) -> String {
            "- " + text.split(separator: "\n").joined(separator: "\n  ") + "\n"
        }
        let pool =
            "apiVersion: baremetal.cluster.gke.io/v1\nkind: NodePool\nmetadata:\n  name: POOL\n  namespace: cluster-user1\nspec:\n  clusterName: user1\n  nodes:\n  - address: 10.0.0.1\n"
        let secret = """
            apiVersion: v1
            kind: Secret
            type: Opaque
            metadata: {name: ca-1, namespace: anthos-creds, annotations: {baremetal.cluster.gke.io/mark-source: "true"}}
            data: {ca.crt: c2VjcmV0}

            """
        let list =
            "apiVersion: v1\nkind: List\nitems:\n" + item(Self.admin) + item(other)
            + item(pool.replacing("POOL", with: "np")) + item(pool.replacing("user1", with: "user2")) + item(secret)
        let user = try read(list, "user1")
        #expect(user.config.cluster?.name == "user1" && user.config.nodePools.map(\.name) == ["np"])
        #expect(
            user.secrets == [
                SecretFacts(
                    reference: SecretReference(namespace: "anthos-creds", name: "ca-1"),
                    type: "Opaque",
                    keys: ["ca.crt"],
                    markSource: "true"
                )
            ]
        )
        #expect(throws: LiveClusterError.several(["admin1", "user1"])) { try read(list) }
        #expect(throws: LiveClusterError.notAmong("x", ["admin1", "user1"])) { try read(list, "x") }
        #expect(try read(Self.admin + "---\n" + pool).config.nodePools == [])

        let json = """
            {"apiVersion": "baremetal.cluster.gke.io/v1", "kind": "Cluster", "metadata": {"name": "a"},
             "spec": {"type": "admin", "nodeConfig": {"registryMirrors": [{"endpoint": "https://m.lan"}]}}}
            """
        #expect(try read(json).registryMirrors == [MirrorDraft(endpoint: "https://m.lan")])
    }

    @Test func saysWhatIsThereInsteadOfACluster() throws {
        let other = "apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\n---\napiVersion: v1\nkind: Pod\n"
        #expect(throws: LiveClusterError.noCluster(kinds: ["Cluster", "Pod"])) { try read(other) }
        #expect(throws: LiveClusterError.noCluster(kinds: [])) { try read("Error from server (NotFound)") }
        #expect(throws: LiveClusterError.noCluster(kinds: [])) { try read("") }
        for text in ["a: [", "apiVersion: v1\nkind: List\n", "kind: List\nitems: 5\n"] {
            let error = #expect(throws: LiveClusterError.self) { try read(text) }
            let problem = try #require(error?.problem)
            #expect(!Catalogue.english(problem).contains("{") && !Catalogue.japanese(problem).contains("{"))
        }
    }

    @Test func asksKubectlWithTheResourceWordAndNeverForASecretsValue() {
        #expect(
            KubectlCommand.cluster("a1", namespace: "cluster-a1", kubeconfig: "/k").description
                == "kubectl get cluster a1 -n cluster-a1 --kubeconfig /k -o yaml"
        )
        let reference = SecretReference(namespace: "anthos-creds", name: "ca-1")
        let words = KubectlCommand.secretFacts(reference, kubeconfig: "/k").words
        #expect(words.last?.contains("{{$key}}") == true && words.last?.contains("{{$value}}") == false)
        #expect(!words.contains("yaml") && !words.contains("json"))
        #expect(
            SecretFacts(reference, printed: "Opaque\ntrue\nca.crt\n")
                == SecretFacts(reference: reference, type: "Opaque", keys: ["ca.crt"], markSource: "true")
        )
        #expect(SecretFacts(reference, printed: "Opaque\n<no value>\n").markSource == nil)
        #expect(SecretFacts(reference, printed: "Opaque\n\nca.crt\nx\n").keys == ["ca.crt", "x"])
    }
}
