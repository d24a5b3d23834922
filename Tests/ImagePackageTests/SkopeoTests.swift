import Foundation
import ImagePackage
import TestSupport
import Testing

/// Archives that skopeo makes are read, and skopeo reads what is made of them.
@Suite struct SkopeoTests {
    private func skopeo(_ from: String, _ to: String, all: Bool = false) throws {
        let words = ["--insecure-policy", "copy", "-q"] + (all ? ["--all"] : []) + [from, to]
        let result = try Tool.run("/usr/bin/skopeo", words)
        try #require(result.status == 0, "\(from) → \(to): \(result.errors)")
    }

    private func configDigests(_ reader: PackageReader) throws -> [String] {
        try reader.contents().images.flatMap(\.blobs).filter { $0.digest != nil && $0.mediaType.contains("config") }
            .map(\.id).sorted()
    }

    @Test func itsDockerArchiveIsRead() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let source = "docker-archive:\(packages("unlinked.tar")):gcr.io/team/a:1"
        try skopeo(source, "docker-archive:\(folder("a.tar")):gcr.io/team/a:1")
        let pushed = try PackageReader(path: folder("a.tar")).pushed()
        let reference = try PackageReader(path: packages("docker")).pushed()
        #expect(pushed.troubles.isEmpty)
        #expect(pushed.names.keys.sorted() == ["team/a:1"])
        // The layers come out as the same bytes; skopeo writes the config anew.
        let layers = Set(pushed.content.filter { $0.value > 50_000 }.keys)
        #expect(layers.count == 3)
        #expect(layers.isSubset(of: reference.content.keys))
    }

    @Test func itsArchiveOfALayoutIsRead() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let source = "oci:\(packages("layout")):gcr.io/team/multi:1.0"
        try skopeo(source, "oci-archive:\(folder("b.tar")):gcr.io/team/multi:1.0", all: true)
        let pushed = try PackageReader(path: folder("b.tar")).pushed()
        #expect(pushed.troubles.isEmpty)
        // skopeo writes the index anew, without annotations: its own digest counts.
        let index = try Tool.run("/bin/tar", ["-xOf", folder("b.tar"), "index.json"]).output
        let digest = try #require(pushed.names["team/multi:1.0"])
        #expect(index.contains(digest))
    }

    /// gzip in many members, as Go reads it: skopeo unpacks each layer and holds it against its diffID.
    @Test func itUnpacksTheLayersThatWereCompressedOnTheWay() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let probe = Tool.mirrorctl.replacing("/mirrorctl", with: "/packageprobe")
        let made = try Tool.run(probe, ["folder", packages("docker"), folder("out")])
        try #require(made.status == 0, "\(made.output)")
        try skopeo("dir:\(folder("out"))", "docker-archive:\(folder("again.tar")):gcr.io/team/a:1")
        let again = try PackageReader(path: folder("again.tar"))
        let first = try PackageReader(path: packages("docker"))
        let ids = Set(try first.contents().blobs.map(\.id))
        let layers = try again.contents().blobs.filter { $0.digest == nil }.map(\.id)
        #expect(layers.count == 3)
        #expect(ids.isSuperset(of: layers))
    }
}
