import Testing
import Texts

@testable import MirrorCore

@Suite struct FieldPlaceTests {
    private static let all = MirrorDraft(
        endpoint: "https://h",
        caCertPath: "/ca",
        pullCredentialConfigPath: "/c.json",
        caCertSecret: "n/ca",
        pullCredentialSecret: "n/c"
    )

    @Test func eachPlaceTakesItsOwnFields() {
        let header = unplaced([MirrorDraft(endpoint: "https://a"), Self.all], at: .header)
        #expect(header.map(\.field) == [.caCertSecret, .pullCredentialSecret] && header.map(\.mirror) == [1, 1])
        let spec = unplaced([Self.all], at: .spec)
        #expect(spec.map(\.field) == [.caCertPath, .pullCredentialConfigPath])
        for issue in header + spec {
            for catalogue in Catalogue.all {
                for phrase in [issue.problem, issue.fix] {
                    #expect(catalogue.keys.contains(phrase.key) && !catalogue(phrase).contains("{"))
                }
            }
        }
        // What takes a field's place can be written, and both say the same to the guard.
        for place in MirrorPlace.allCases {
            for field in DraftField.allCases {
                guard let other = place.substitute(for: field) else { continue }
                #expect(place.substitute(for: other) == nil)
            }
            #expect(EditConcern.unwritten([Self.all], at: place) == [])
        }
        let path = MirrorDraft(endpoint: "https://h", caCertPath: "/ca")
        #expect(EditConcern.unwritten([path], at: .spec).map(\.id) == ["unwritten.caCertPath"])
        #expect(EditConcern.unwritten([path], at: .header) == [])
    }

    @Test func singleChangesAreHeldToIt() {
        let words = ["--mirror", "1", "--set", "caCertPath=/ca", "--unset", "pullCredentialConfigPath", "--drop"]
        let edits = MirrorListEdit.edits(from: words)
        #expect(MirrorListEdit.unplaced(edits, at: .spec).map(\.field) == [.caCertPath, .pullCredentialConfigPath])
        #expect(MirrorListEdit.unplaced(edits, at: .header) == [])
    }

    /// Of a file that has them already it is said that nobody reads them.
    @Test func keysOfTheOtherPlaceAreNamed() throws {
        let yaml = """
            registryMirrors:
            - endpoint: https://h
              caCertSecretRef: {name: ca, namespace: n}
            ---
            kind: Cluster
            spec:
              type: admin
            """
        let config = try ClusterConfig(yaml: Array(yaml.utf8))
        let edit = IntendedEdit(config: config, place: .header, operation: .update, mirrors: [])
        let concern = try #require(edit.concerns.first { $0.id == "unread.caCertSecret" })
        #expect(concern.severity == .warning && concern.arguments["text"] == "n/ca")
    }

    @Test func aListWithKeysThatCannotBeWrittenIsNotTaken() {
        let list = """
            registryMirrors:
            - endpoint: https://h
              caCertPath: [a]
              hosts: [docker.io]
              mirrorNamespace: x
              caCertSecretRef: ca
            - endpoint: https://h2
              pullCredentialConfigPath:
              hosts: docker.io
            """
        let unusable = MirrorListKeys.unusable(Array(list.utf8), at: .header)
        #expect(unusable.map(\.key) == ["caCertPath", "mirrorNamespace", "caCertSecretRef"])
        #expect(unusable.map(\.line) == [3, 5, 6])
    }
}
