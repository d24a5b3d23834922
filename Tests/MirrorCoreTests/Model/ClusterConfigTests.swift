import TOML
import TestSupport
import Testing
import Texts

@testable import MirrorCore

@Suite struct ClusterConfigTests {
    private func read(_ name: String) throws -> ClusterConfig {
        let file = try #require(try CorpusFile.all().first { $0.name == name })
        return try ClusterConfig(yaml: file.bytes)
    }

    @Test func readsAnAdminClusterWithAHeader() throws {
        let config = try read("gdc-doc-seed_admin_header_registryMirrors.yaml")
        #expect(config.header?.keys == ["gcrKeyPath", "sshPrivateKeyPath", "registryMirrors"])
        #expect(config.header?.gcrKeyPath?.hasSuffix("-gcr.json") == true)
        #expect(config.header?.line == 3)
        #expect(
            config.registryMirrors(at: .header) == [
                MirrorDraft(
                    endpoint: "https://172.18.0.20:5000",
                    hosts: ["somehost.io", "otherhost.io"],
                    caCertPath: "/root/ca.crt",
                    pullCredentialConfigPath: "/root/.docker/config.json"
                )
            ]
        )
        #expect(config.cluster?.name == "admin1" && config.cluster?.namespace == "cluster-admin1")
        #expect(config.cluster?.registryMirrors == nil)
        #expect(config.notes == [Phrase("cluster.note.noType")])
        #expect(config.placement(for: .update).place == .header)
    }

    @Test func readsAHybridClusterBehindAProxy() throws {
        let config = try read("gdc-doc_hybrid-ha_registryMirrors_first-key_no-dashes.yaml")
        #expect(config.cluster?.type == .hybrid)
        #expect(config.cluster?.version == GDCVersion(1, 34, 200, build: 68))
        #expect(config.cluster?.proxy?.noProxy == ["127.0.0.1", "localhost"])
        #expect(config.registryMirrors(at: .header).map(\.mirrorNamespace) == ["test-namespace"])
        #expect(config.registryMirrors(at: .header).map(\.endpoint) == ["https://10.194.2.13:5007"])
        #expect(config.header?.gcrKeyPath == nil)
        #expect(config.nodePools.map(\.name) == ["np1"])
        #expect(config.nodePools.first?.nodes == ["10.200.0.10", "10.200.0.11", "10.200.0.12"])
        #expect(config.nodePools.first.flatMap(config.version(of:)) == GDCVersion(1, 34, 200, build: 68))
        #expect(config.notes.isEmpty)
    }

    @Test func readsTheSpecFormWithSecrets() throws {
        let text = """
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata: {name: user1, namespace: cluster-user1}
            spec:
              type: user
              anthosBareMetalVersion: "1.33.200-gke.70"
              proxy: {url: "http://p:3128", noProxy: "127.0.0.1, mirror.lan"}
              nodeConfig:
                registryMirrors:
                - caCertSecretRef:
                    name: ca-1
                    namespace: anthos-creds
                  endpoint: https://m:5000/v2/a/b
                  hosts: [docker.io, quay.io]
                - endpoint: https://m:5000/odd/
            """
        let config = try ClusterConfig(yaml: Array(text.utf8))
        #expect(
            config.cluster?.registryMirrors == [
                MirrorDraft(
                    endpoint: "https://m:5000",
                    mirrorNamespace: "a/b",
                    hosts: ["docker.io", "quay.io"],
                    caCertSecret: "anthos-creds/ca-1"
                ),
                MirrorDraft(endpoint: "https://m:5000/odd/"),
            ]
        )
        #expect(config.cluster?.proxy?.noProxy == ["127.0.0.1", "mirror.lan"])
        #expect(config.header == nil)
        #expect(config.placement(for: .create).place == .header)
        #expect(config.placement(for: .update).place == .spec)
    }

    @Test func findsTheClusterInEveryRealFile() throws {
        for file in try CorpusFile.all() where file.isYAML {
            let config = try ClusterConfig(yaml: file.bytes)
            let hasCluster = !file.name.hasPrefix("tmrolle") && !file.name.hasPrefix("gdc-doc-seed_namespace")
            #expect((config.cluster != nil) == hasCluster, "\(file.name)")
            #expect((config.header != nil) == (config.header?.keys.isEmpty == false), "\(file.name)")
        }
        let misindented = try read("qwiklabs_ahybrid093_hybrid_MISINDENTED.yaml")
        #expect(misindented.notes.contains { $0.key == "cluster.note.noSpec" })
    }

    @Test func notesWhatIsOdd() throws {
        let text = """
            registryMirrors: none
            ---
            gcrKeyPath: ""
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            spec: {type: edge, anthosBareMetalVersion: newest, nodeConfig: {registryMirrors: [x]}}
            ---
            {apiVersion: baremetal.cluster.gke.io/v1, kind: Cluster}
            """
        let keys = try ClusterConfig(yaml: Array(text.utf8)).notes.map(\.key)
        #expect(
            keys == [
                "cluster.note.mirrorsNoList", "cluster.note.severalHeaders", "cluster.note.unknownType",
                "cluster.note.unknownVersion", "cluster.note.mirrorNoMapping", "cluster.note.severalClusters",
            ]
        )
    }

    @Test func ordersVersions() throws {
        let texts = ["v1.6.0", "1.8.2", "1.30.500-gke.126", "1.30.500-gke.127", "1.31.0-gke.1", "1.34.0-gke.566"]
        let versions = texts.compactMap { GDCVersion($0) }
        #expect(versions.count == texts.count && versions == versions.sorted())
        for text in ["", "1.2", "1.2.3.4", "1.2.x", "1.33.0-rc1", "1.33.0-gke.", "+1.2.3"] {
            #expect(GDCVersion(text) == nil, "\(text)")
        }
    }

    @Test func placesMirrorsAsTheTableSays() {
        for type in ClusterType.allCases {
            let create = MirrorPlacement(type: type, operation: .create)
            let update = MirrorPlacement(type: type, operation: .update)
            #expect(create.place == .header)
            #expect(update.place == (type == .user ? .spec : .header))
        }
        #expect(MirrorPlacement(type: nil, operation: .update).reason.key == "placement.unknownType")
    }

    /// Mirrors and hosts together, and the place is that of the first that is too many.
    @Test func aListIsReadUpToItsLimit() throws {
        func header(_ hosts: Int) -> [UInt8] {
            let lines = (0..<hosts).map { "  - h\($0).test\n" }.joined()
            return Array("registryMirrors:\n- endpoint: https://10.0.0.1\n  hosts:\n\(lines)".utf8)
        }
        let most = MirrorDraft.mostInList
        let config = try ClusterConfig(yaml: header(most - 1))
        #expect(config.header?.registryMirrors?.first?.hosts.count == most - 1)
        #expect(throws: YAMLError(line: most + 3, column: 5, reason: .tooManyHosts(limit: most))) {
            try ClusterConfig(yaml: header(most))
        }
        #expect(PastedMirrors(String(decoding: header(most - 1), as: UTF8.self))?.drafts.count == 1)
        #expect(PastedMirrors(String(decoding: header(most), as: UTF8.self)) == nil)
    }

    @Test func hasATextForEveryPhrase() throws {
        let problems: [YAMLSyntaxProblem] = [
            .badCharacter, .mappingNotAllowed, .sequenceNotAllowed, .missingColon, .expectedKey, .expectedDash,
            .unclosedFlow, .unclosedQuote, .expectedDocumentStart, .badAlias, .tab, .directive, .other(""),
        ]
        for problem in problems { #expect(try clusterConfigText(problem.phrase) != nil, "\(problem)") }
        let reasons: [YAMLError.Reason] = [
            .syntax(.tab), .notUTF8, .controlCharacter, .tooDeep(limit: 1), .tooManyAliases(limit: 1), .unknownAlias,
            .keyIsNotText, .tooLarge(limit: 1), .tooManyHosts(limit: 1),
        ]
        for reason in reasons {
            var error = YAMLError(line: 1, column: 1, reason: reason)
            for phrase in [error.problem, error.place, error.fix] { #expect(try clusterConfigText(phrase) != nil) }
            error.looksLikeTemplate = true
            #expect(try clusterConfigText(error.fix) != nil)
        }
        for type in [nil] + ClusterType.allCases {
            for operation in ClusterOperation.allCases {
                let reason = MirrorPlacement(type: type, operation: operation).reason
                #expect(try clusterConfigText(reason) != nil, "\(reason)")
            }
        }
    }
}

/// The English text of a phrase, where there is one.
func clusterConfigText(_ phrase: Phrase) throws -> String? {
    Catalogue.english.keys.contains(phrase.key) ? Catalogue.english(Phrase(phrase.key)) : nil
}
