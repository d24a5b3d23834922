import Testing
import Texts

@testable import MirrorCore

@Suite struct MirrorAdoptionTests {
    static let user = """
        # user cluster
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: user1
          namespace: cluster-user1
        spec:
          type: user
          anthosBareMetalVersion: 1.33.200-gke.70

        """
    private let ca = SecretReference(namespace: "anthos-creds", name: "ca-9dd74fd308bac6df562c7a7b220590b5")
    private let pull = SecretReference(namespace: "anthos-creds", name: "pull-creds-9dd74fd308bac6df562c7a7b220590b5")

    private func adopt(
        _ admin: String = LiveClusterTests.admin,
        into user: String = MirrorAdoptionTests.user,
        _ checks: [SecretReference: SecretCheck] = [:]
    ) throws -> MirrorAdoption {
        try MirrorAdoption(
            from: LiveCluster(kubectl: Array(admin.utf8)),
            into: ClusterConfig(yaml: Array(user.utf8)),
            checks: checks
        )
    }

    private func good(_ reference: SecretReference) -> SecretFacts {
        reference == ca
            ? SecretFacts(reference: ca, type: "Opaque", keys: ["ca.crt"], markSource: "true")
            : SecretFacts(
                reference: pull,
                type: "kubernetes.io/dockerconfigjson",
                keys: [".dockerconfigjson"],
                markSource: "true"
            )
    }

    private func ids(_ adoption: MirrorAdoption) -> [String] {
        for concern in adoption.concerns {
            for catalogue in Catalogue.all {
                for phrase in [concern.problem, concern.fix] {
                    let text = catalogue(phrase)
                    #expect(!text.contains("{") && text != phrase.key, "\(text)")
                }
            }
        }
        return adoption.concerns.map { "\($0.severity.rawValue) \($0.id)" }
    }

    @Test func keysThatAreNotKnownHereAreNamed() throws {
        let admin = LiveClusterTests.admin.replacingOccurrences(
            of: "endpoint: https://172.18.0.20:5000/v2/ns",
            with: "endpoint: https://172.18.0.20:5000/v2/ns\n      skipVerify: true\n      dialTimeout: 5s"
        )
        #expect(admin != LiveClusterTests.admin)
        let adoption = try adopt(admin)
        #expect(ids(adoption).contains("warning adopt.keysLeft"))
        let left = adoption.concerns.first { $0.id == "adopt.keysLeft" }
        #expect(left?.arguments["keys"] == "skipVerify, dialTimeout")
        #expect(!ids(try adopt()).contains("warning adopt.keysLeft"))
    }

    @Test func takesOverWhatTheRunningClusterHas() throws {
        let adoption = try adopt()
        #expect(adoption.mirrors.map(\.endpoint.url) == ["https://172.18.0.20:5000/v2/ns"])
        let bytes = Array(Self.user.utf8)
        let after = try ClusterConfigEditor.edit(bytes, place: .spec, mirrors: adoption.mirrors)
        #expect(
            String(decoding: after, as: UTF8.self) == Self.user + """
                  nodeConfig:
                    registryMirrors:
                    - endpoint: https://172.18.0.20:5000/v2/ns
                      caCertSecretRef:
                        name: ca-9dd74fd308bac6df562c7a7b220590b5
                        namespace: anthos-creds
                      pullCredentialSecretRef:
                        name: pull-creds-9dd74fd308bac6df562c7a7b220590b5
                        namespace: anthos-creds
                      hosts:
                      - docker.io

                """
        )
        #expect(ids(adoption) == ["note adopt.notChecked", "note adopt.notChecked"])
        let replacing = Self.user + "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://old.lan\n"
        #expect(ids(try adopt(into: replacing)).last == "warning adopt.replaces")
    }

    @Test func checksTheSecrets() throws {
        var checks: [SecretReference: SecretCheck] = [ca: .found(good(ca)), pull: .found(good(pull))]
        #expect(ids(try adopt(checks)) == [])
        checks[ca] = .missing
        #expect(ids(try adopt(checks)) == ["refusal adopt.missing"])
        checks[ca] = .failed("forbidden")
        #expect(ids(try adopt(checks)) == ["warning adopt.checkFailed"])
        checks[ca] = .found(SecretFacts(reference: ca, type: "Opaque", keys: ["tls.crt"], markSource: nil))
        #expect(ids(try adopt(checks)) == ["refusal adopt.noKey", "warning adopt.notForwarded"])
        checks[ca] = .found(good(ca))
        checks[pull] = .found(
            SecretFacts(reference: pull, type: "Opaque", keys: [".dockerconfigjson"], markSource: "false")
        )
        #expect(ids(try adopt(checks)) == ["warning adopt.otherType", "warning adopt.notForwarded"])
        // In the user cluster's own namespace no mark is needed.
        let local = Self.user.replacing("cluster-user1", with: "anthos-creds")
        #expect(ids(try adopt(into: local, checks)) == ["warning adopt.otherType"])
        // The answer may hold the Secrets itself.
        let secrets = [ca, pull].map { reference in
            "---\napiVersion: v1\nkind: Secret\ntype: \(good(reference).type)\nmetadata:\n  name: \(reference.name)\n  namespace: anthos-creds\n  annotations: {baremetal.cluster.gke.io/mark-source: \"true\"}\ndata: {\(good(reference).keys[0]): eA==}\n"
        }
        #expect(ids(try adopt(LiveClusterTests.admin + secrets.joined())) == [])
    }

    private func adopt(_ checks: [SecretReference: SecretCheck]) throws -> MirrorAdoption {
        try adopt(LiveClusterTests.admin, into: Self.user, checks)
    }

    private func adopt(into user: String, _ checks: [SecretReference: SecretCheck] = [:]) throws -> MirrorAdoption {
        try adopt(LiveClusterTests.admin, into: user, checks)
    }

    @Test func refusesWhatHasNoEffect() throws {
        let admin = LiveClusterTests.admin
        let file = "registryMirrors:\n- endpoint: https://m\n  caCertPath: /ca\n---\n" + Self.user
        let table: [(admin: String, user: String, error: AdoptionError)] = [
            (admin, Self.user.replacing("type: user", with: "type: admin"), .notAUserCluster(.admin)),
            (admin, "gcrKeyPath: /k\n", .noCluster),
            (Self.user, Self.user, .nothingToAdopt("user1")), (file, Self.user, .configFile),
            (
                admin.replacing("namespace: anthos-creds", with: "x: y"), Self.user,
                .invalid([
                    ValidationIssue(
                        field: .caCertSecret,
                        id: "secret.noNamespace",
                        arguments: ["fixed": "anthos-creds/\(ca.name)"]
                    ),
                    ValidationIssue(
                        field: .pullCredentialSecret,
                        id: "secret.noNamespace",
                        arguments: ["fixed": "anthos-creds/\(pull.name)"]
                    ),
                ])
            ),
        ]
        for (admin, user, error) in table {
            #expect(throws: error) { try adopt(admin, into: user) }
            for catalogue in Catalogue.all {
                for phrase in [error.problem, error.fix] {
                    let text = catalogue(phrase)
                    #expect(!text.contains("{") && text != phrase.key, "\(text)")
                }
            }
        }
        let untyped = Self.user.replacing("  type: user\n", with: "")
        #expect(ids(try adopt(into: untyped))[0] == "warning adopt.unknownType")
        let fromUser = admin.replacing("type: admin", with: "type: user")
        #expect(ids(try adopt(fromUser))[0] == "warning adopt.fromUser")
    }
}
