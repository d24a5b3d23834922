import Foundation
import TestSupport
import Testing

/// `adopt` as a script uses it, with a stand-in for kubectl.
@Suite struct AdoptCommandTests {
    static let user = """
        # user cluster, managed by admin1
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: user1
          namespace: cluster-user1
        spec:
          type: user   # immutable
          anthosBareMetalVersion: 1.33.200-gke.70

        """
    static let admin = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
        spec:
          type: admin
          nodeConfig:
            registryMirrors:
            - caCertSecretRef: {name: ca-1, namespace: anthos-creds}
              endpoint: https://172.18.0.20:5000/v2/ns
              hosts: [docker.io]
              pullCredentialSecretRef: {name: pull-creds-1, namespace: anthos-creds}

        """
    private static let adopted = """
          nodeConfig:
            registryMirrors:
            - endpoint: https://172.18.0.20:5000/v2/ns
              caCertSecretRef:
                name: ca-1
                namespace: anthos-creds
              pullCredentialSecretRef:
                name: pull-creds-1
                namespace: anthos-creds
              hosts:
              - docker.io

        """

    private func kubectl(
        ca: (Int32, String) = (0, "Opaque\ntrue\nca.crt\n"),
        pull: (Int32, String) = (0, "kubernetes.io/dockerconfigjson\ntrue\n.dockerconfigjson\n"),
        cluster: (Int32, String) = (0, admin)
    ) throws -> KubectlStandIn {
        try KubectlStandIn([
            ("get cluster *", cluster.0, cluster.1), ("get secret ca-1 *", ca.0, ca.1),
            ("get secret pull-creds-1 *", pull.0, pull.1),
        ])
    }

    private func adopt(_ file: String, _ kubectl: KubectlStandIn, _ more: [String] = ["--yes"]) throws -> Tool.Result {
        let words = ["adopt", "--cluster-config", file, "--cluster", "admin1", "--kubeconfig", "/admin.kubeconfig"]
        return try Tool.run(Tool.mirrorctl, words + more, environment: kubectl.environment)
    }

    @Test func asksKubectlShowsTheDiffAndWrites() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("user1.yaml", Self.user)
        let kubectl = try kubectl()
        let asked = try adopt(file, kubectl, [])
        #expect(asked.status == 64 && asked.output.contains("+    - endpoint: https://172.18.0.20:5000/v2/ns\n"))
        #expect(try folder.text("user1.yaml") == Self.user)
        let result = try adopt(file, kubectl)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try folder.text("user1.yaml") == Self.user + Self.adopted)
        #expect(result.output.contains("bmctl update cluster -c user1 --kubeconfig=/admin.kubeconfig"))
        #expect(!result.errors.contains("warning") && !result.errors.contains("was not looked for"))
        #expect(
            kubectl.calls[0] == "kubectl get cluster admin1 -n cluster-admin1 --kubeconfig /admin.kubeconfig -o yaml"
        )
        #expect(kubectl.calls.count == 6)
        // Nothing but names of entries is asked of a Secret.
        let secrets = kubectl.calls.filter { $0.hasPrefix("get secret") }
        #expect(
            secrets.allSatisfy { $0.contains("go-template=") && !$0.contains("{{$value}}") && !$0.contains("yaml") }
        )
        let again = try adopt(file, kubectl, ["--yes", "--output", "json"])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any]
        )
        #expect(again.status == 0 && object["change"] as? String == "unchanged")
        #expect(try adopt(file, kubectl, ["--namespace", "other", "--yes"]).status == 0)
        #expect(kubectl.calls.contains { $0.hasPrefix("get cluster admin1 -n other ") })
    }

    @Test func takesASavedAnswerFromAFileOrStandardInput() throws {
        let folder = try TemporaryFolder()
        let saved = try folder.write("admin1.yaml", Self.admin)
        for source in [saved, "-"] {
            let file = try folder.write("user1.yaml", Self.user)
            let command =
                "'\(Tool.mirrorctl)' adopt --cluster-config '\(file)' --from-cluster-yaml \(source) --yes <'\(saved)'"
            let result = try Tool.run("/bin/sh", ["-c", command])
            #expect(result.status == 0, "\(result.errors)")
            #expect(try folder.text("user1.yaml") == Self.user + Self.adopted)
            // What could not be looked for is said, with the command that does.
            #expect(result.errors.contains("kubectl get secret ca-1 -n anthos-creds --kubeconfig ADMIN_KUBECONFIG"))
        }
    }

    @Test func checksTheSecretsBeforeItWrites() throws {
        let missing = "Error from server (NotFound): secrets \"ca-1\" not found"
        let table: [(KubectlStandIn, Int32, String)] = [
            (try kubectl(ca: (1, missing)), 65, "does not exist in the managing cluster"),
            (try kubectl(ca: (0, "Opaque\ntrue\ntls.crt\n")), 65, "has no entry ca.crt"),
            (try kubectl(pull: (0, "Opaque\ntrue\n.dockerconfigjson\n")), 0, "is of type Opaque"),
            (try kubectl(ca: (0, "Opaque\n\nca.crt\n")), 0, "baremetal.cluster.gke.io/mark-source=true"),
            (try kubectl(ca: (1, "Error from server (Forbidden)")), 0, "could not be looked for"),
        ]
        for (kubectl, status, words) in table {
            let folder = try TemporaryFolder()
            let result = try adopt(try folder.write("user1.yaml", Self.user), kubectl)
            #expect(result.status == status && result.errors.contains(words), "\(words): \(result.errors)")
            #expect(try folder.text("user1.yaml") == Self.user + (status == 0 ? Self.adopted : ""))
        }
    }

    @Test func saysWhyThereIsNothingToTakeOver() throws {
        let folder = try TemporaryFolder()
        let user = try folder.write("user1.yaml", Self.user)
        let admin = try folder.write(
            "admin1.yaml",
            Self.user.replacingOccurrences(of: "type: user", with: "type: admin")
        )
        let config = try folder.write(
            "file.yaml",
            "registryMirrors:\n- endpoint: https://m\n  caCertPath: /ca\n---\n"
                + Self.user.replacingOccurrences(of: "type: user", with: "type: admin")
        )
        let live = try folder.write("live.yaml", Self.admin)
        let refused = try kubectl(cluster: (1, "Error from server (NotFound): clusters \"admin1\" not found\u{1B}[2J"))
        let table: [([String], Int32, String)] = [
            (["--cluster-config", admin, "--from-cluster-yaml", live], 65, "only user clusters"),
            (["--cluster-config", user, "--from-cluster-yaml", user], 65, "without registryMirrors"),
            (["--cluster-config", user, "--from-cluster-yaml", config], 65, "kubectl get cluster CLUSTER_NAME"),
            (["--cluster-config", user, "--from-cluster-yaml", live, "--cluster", "other"], 65, "there are admin1"),
            (["--cluster-config", user, "--from-cluster-yaml", "/nowhere"], 66, "does not exist"),
            (["--cluster-config", user, "--cluster", "admin1"], 64, "--kubeconfig"),
            (["--cluster-config", user, "--cluster", "admin1", "--kubeconfig", "/k"], 69, "NotFound"),
        ]
        for (words, status, text) in table {
            let result = try Tool.run(Tool.mirrorctl, ["adopt", "--yes"] + words, environment: refused.environment)
            #expect(result.status == status && result.errors.contains(text), "\(words): \(result.errors)")
            #expect(!result.errors.contains("\u{1B}"))
        }
        #expect(try folder.text("user1.yaml") == Self.user)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = folder.path
        let words = ["adopt", "--cluster-config", user, "--cluster", "admin1", "--kubeconfig", "/k"]
        let result = try Tool.run(Tool.mirrorctl, words, environment: environment)
        #expect(result.status == 69 && result.errors.contains("kubectl"), "\(result.errors)")
    }
}
