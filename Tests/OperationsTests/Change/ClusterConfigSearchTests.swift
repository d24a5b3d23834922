import Foundation
import MirrorCore
import TestSupport
import Testing

@testable import Operations

/// What is found below a folder, and what is passed by.
@Suite struct ClusterConfigSearchTests {
    private static func cluster(_ name: String) -> String {
        """
        registryMirrors:
        - endpoint: https://h:5000
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: \(name)
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70

        """
    }

    private func put(_ text: String, _ path: String, in root: String) throws {
        let folder = (root + "/" + path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: root + "/" + path, atomically: true, encoding: .utf8)
    }

    @Test func clusterConfigFilesAndNothingElse() throws {
        let folder = try TemporaryFolder()
        let outside = try TemporaryFolder()
        let root = folder.path
        try put(Self.cluster("a"), "a.yaml", in: root)
        try put(Self.cluster("b"), "bmctl-workspace/b/b.yml", in: root)
        try put("kind: [", "bmctl-workspace/broken.yaml", in: root)
        try put("kind: Deployment\nmetadata: {name: d}\n", "deployment.yaml", in: root)
        try put("", "empty.yaml", in: root)
        try put(Self.cluster("c"), "c.yaml.bak-20261123-081500Z", in: root)
        try put(Self.cluster("hidden"), ".git/hidden.yaml", in: root)
        try put(Self.cluster("deep"), "1/2/3/4/deep.yaml", in: root)
        try put(Self.cluster("outside"), "outside.yaml", in: outside.path)
        let files = FileManager.default
        try files.createSymbolicLink(atPath: root + "/link", withDestinationPath: outside.path)
        try files.createSymbolicLink(atPath: root + "/link.yaml", withDestinationPath: outside.path + "/outside.yaml")
        try files.createSymbolicLink(atPath: root + "/loop", withDestinationPath: root)
        #expect(mkfifo(root + "/pipe.yaml", 0o600) == 0)
        try put(String(repeating: "#", count: 1 << 20) + Self.cluster("large"), "large.yaml", in: root)
        let (found, isCut) = ClusterConfigSearch().run(below: root)
        #expect(found.map(\.path) == ["a.yaml", "bmctl-workspace/b/b.yml"])
        #expect(found.first?.config.cluster?.name == "a" && !isCut)
    }

    /// The nearest come first, however large the tree is.
    @Test func itIsBounded() throws {
        let folder = try TemporaryFolder()
        for number in 0..<30 {
            try put(Self.cluster("c\(number)"), "far/d\(number)/c.yaml", in: folder.path)
            try put("a", "far/d\(number)/a.txt", in: folder.path)
        }
        try put(Self.cluster("near"), "near.yaml", in: folder.path)
        var search = ClusterConfigSearch()
        search.files = 5
        var (found, isCut) = search.run(below: folder.path)
        #expect(found.count == 5 && isCut && found.contains { $0.path == "near.yaml" })
        search = ClusterConfigSearch()
        search.reads = 3
        (found, isCut) = search.run(below: folder.path)
        #expect(found.count == 3 && isCut)
        search = ClusterConfigSearch()
        search.entries = 40
        (found, isCut) = search.run(below: folder.path)
        #expect(found.count < 10 && isCut && found.contains { $0.path == "near.yaml" })
        #expect(ClusterConfigSearch().run(below: folder.path).found.count == 31)
        #expect(ClusterConfigSearch().run(below: folder.path + "/none").found.isEmpty)
    }
}
