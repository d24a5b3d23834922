import Testing
import Texts

@testable import MirrorCore

@Suite struct EditGuardTests {
    private func config(
        _ type: ClusterType?,
        version: String = "1.33.200-gke.70",
        header: String = "gcrKeyPath: /k",
        spec: String = ""
    ) throws -> ClusterConfig {
        let text = """
            \(header)
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            spec:
              \(type.map { "type: \($0.rawValue)" } ?? "profile: default")
              anthosBareMetalVersion: \(version)
            \(spec)
            """
        return try ClusterConfig(yaml: Array(text.utf8))
    }

    private func ids(
        _ config: ClusterConfig,
        _ place: MirrorPlace,
        _ operation: ClusterOperation,
        _ drafts: [MirrorDraft],
        live: [MirrorDraft]? = nil
    ) throws -> [String] {
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        let edit = IntendedEdit(config: config, place: place, operation: operation, mirrors: mirrors, live: live)
        for concern in edit.concerns {
            #expect(!Catalogue.english(concern.problem).contains("{"), "\(concern)")
            #expect(Catalogue.english.keys.contains(concern.fix.key), "\(concern)")
        }
        return edit.concerns.map(\.id)
    }

    private let mirror = MirrorDraft(endpoint: "https://10.1.2.3:5000", hosts: ["docker.io"])

    @Test func refusesAPlaceWithoutEffect() throws {
        #expect(try ids(config(.user), .header, .update, [mirror]) == ["headerOfUserCluster"])
        #expect(try ids(config(.user), .header, .create, [mirror]) == [])
        #expect(try ids(config(.user), .spec, .update, [mirror]) == [])
        for type in [ClusterType.admin, .hybrid, .standalone] {
            #expect(try ids(config(type), .spec, .update, [mirror]) == ["specOfManagedCluster"])
            #expect(try ids(config(type), .header, .update, [mirror]) == ["kubectlApply"])
        }
        #expect(try ids(config(.user), .header, .update, []) == [])
    }

    @Test func refusesAChangeOfHostsThatDoesNotReachTheNodes() throws {
        let header = "gcrKeyPath: /k\nregistryMirrors: [{endpoint: 'https://10.1.2.3:5000', hosts: [quay.io]}]"
        for (version, isRefused) in [
            ("1.29.900-gke.1", true), ("1.30.400-gke.9", true), ("1.30.500-gke.126", false), ("1.31.0-gke.1", true),
            ("1.31.100-gke.136", false), ("1.32.0-gke.1", false), ("unknown", false),
        ] {
            let config = try config(.admin, version: version, header: header)
            #expect(try ids(config, .header, .update, [mirror]).contains("hostsOnlyChange") == isRefused, "\(version)")
            #expect(try !ids(config, .header, .create, [mirror]).contains("hostsOnlyChange"))
            var other = mirror
            other.caCertPath = "/ca"
            #expect(try !ids(config, .header, .update, [other]).contains("hostsOnlyChange"))
        }
    }

    @Test func namesWhatTheClusterWouldLose() throws {
        let spec =
            "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://a.lan/v2/n\n    - endpoint: https://10.1.2.3:5000"
        let edit = IntendedEdit(
            config: try config(.admin, spec: spec),
            place: .header,
            operation: .update,
            mirrors: try #require(validate([mirror], for: .header).mirrors),
            live: [MirrorDraft(endpoint: "https://b.lan")]
        )
        #expect(
            edit.concerns.filter { $0.id == "removedFromRunningCluster" }.map(\.arguments)
                == [["endpoint": "https://a.lan/v2/n"], ["endpoint": "https://b.lan"]]
        )
    }

    @Test func warnsOfAKeyThatFailsTheUpdate() throws {
        let header = "gcrKeyPath: /k\ncloudOperationsServiceAccountKeyPath: /c"
        for (version, warns) in [
            ("1.30.500-gke.126", true), ("1.30.600-gke.68", false), ("1.31.0-gke.1", true), ("1.32.0-gke.1", false),
        ] {
            let config = try config(.user, version: version, header: header)
            #expect(try ids(config, .spec, .update, [mirror]).contains("keyThatFailsTheUpdate") == warns, "\(version)")
        }
        #expect(
            try !ids(config(.admin, version: "1.28.0", header: header), .header, .update, [mirror]).contains(
                "keyThatFailsTheUpdate"
            )
        )
    }

    @Test func warnsOfAMirrorBehindTheProxy() throws {
        for (list, isCovered) in [("[localhost]", false), ("[10.1.0.0/16]", true), ("\"a, 10.1.2.3:5000\"", true)] {
            let config = try config(.admin, spec: "  proxy: {url: 'http://p:3128', noProxy: \(list)}")
            #expect(try ids(config, .header, .create, [mirror]).contains("mirrorBehindProxy") != isCovered, "\(list)")
            #expect(try ids(config, .header, .update, [mirror]).contains("mirrorBehindFixedProxy") != isCovered)
        }
    }

    @Test func readsNoProxyAsGoDoes() {
        let table: [(String, String, Bool)] = [
            ("example.com", "example.com", true), ("example.com", "m.example.com", true),
            (".example.com", "example.com", false),
            (".example.com", "m.example.com", true), ("*.example.com", "m.example.com", true),
            ("ample.com", "example.com", false),
            ("example.com:5000", "example.com", true), ("example.com:443", "example.com", false), ("*", "any", true),
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/33", "10.0.0.1", false), ("10.0.0.1", "10.0.0.10", false),
            ("[fd00::1]:5000", "fd00::1", true), ("fd00::1", "fd00::1", true), ("EXAMPLE.com", "Example.COM", true),
            ("", "localhost", true),
        ]
        for (entry, host, isCovered) in table {
            #expect(NoProxyList([entry]).covers(host: host, port: 5000) == isCovered, "\(entry) \(host)")
        }
    }

    @Test func saysWhenTheFallbackIsAnonymous() throws {
        #expect(
            try ids(config(.admin, header: "a: 1"), .header, .create, [mirror]) == [
                "kubectlApply", "anonymousFallback",
            ]
        )
    }

    @Test func notesWhatBmctlWouldStumbleOver() throws {
        let text = """
            gcrKeyPath: <path to GCR service account key>
            sshPrivateKeyPath: $HOME/.ssh/id_rsa
            registryMirrors:
            - host: 10.0.0.1:5000
            privateRegistries:
            - endpoint: https://10.0.0.1:5000
            - host: https://a.lan
            - host: b.lan
            """
        let notes = try ClusterConfig(yaml: Array(text.utf8)).notes.filter { $0.key != "cluster.note.noCluster" }
        #expect(
            notes.map { "\($0.key) \($0.arguments["line"] ?? "")" } == [
                "cluster.note.placeholder 1", "cluster.note.notExpanded 2", "cluster.note.registryMeant 4",
                "cluster.note.mirrorMeant 6", "cluster.note.mirrorMeant 7",
            ]
        )
        for note in notes { #expect(!Catalogue.english(note).contains("{")) }
    }
}
