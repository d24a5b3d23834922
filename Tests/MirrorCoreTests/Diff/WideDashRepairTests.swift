import TestSupport
import Testing
import Yams

@testable import MirrorCore

@Suite struct WideDashRepairTests {
    @Test func repairsThePagesOwnSample() throws {
        let file = try #require(try CorpusFile.all().first { $0.name.contains("BROKEN-INDENT") })
        let repaired = try #require(WideDashRepair.repaired(file.bytes))
        #expect(repaired.count == file.bytes.count - 2)
        let diff = UnifiedDiff(old: file.bytes, new: repaired)
        #expect(diff.addedCount == 1 && diff.removedCount == 1)
        let config = try ClusterConfig(yaml: repaired)
        #expect(
            config.registryMirrors(at: .spec) == [
                MirrorDraft(
                    endpoint: "https://172.18.0.20:5000",
                    hosts: ["somehost.io", "otherhost.io"],
                    caCertSecret: "anthos-creds/the-secret-created-for-the-admin-cluster",
                    pullCredentialSecret: "anthos-creds/the-image-pull-creds-created-for-the-admin-cluster"
                )
            ]
        )
        #expect(Array(try Yams.compose_all(yaml: String(decoding: repaired, as: UTF8.self))).count == 3)
    }

    @Test func leavesEverythingElseAlone() throws {
        for file in try CorpusFile.all() where !file.name.contains("BROKEN-INDENT") {
            #expect(WideDashRepair.repaired(file.bytes) == nil, "\(file.name)")
        }
        for text in ["a:\n-   b:\n    c: 1\n  d: [\n", "a:\n-   b:\n      c: 1\n", "a: b: c\n", ""] {
            #expect(WideDashRepair.repaired(Array(text.utf8)) == nil, "\(text)")
        }
    }
}
