import Foundation
import ImagePackage
import TestSupport
import Testing

/// An OCI layout in a folder.
@Suite struct LayoutTests {
    @Test func everyNamedImageIsFoundWithWhatBelongsToIt() throws {
        let packages = try Packages.made()
        let contents = try PackageReader(path: packages("layout")).contents()
        #expect(contents.images.map(\.name) == ["gcr.io/team/multi", "docker.io/library/single"])
        let multi = try #require(contents.images.first)
        #expect(multi.repository == "team/multi")
        #expect(multi.tags == ["1.0", "latest"])
        #expect(multi.trouble == nil)
        let manifests = try #require(multi.manifests())
        // Three children, the index, its referrer, and the index under the referrers' tag.
        try #require(manifests.count == 6)
        #expect(manifests[3].digest == packages.expected["gcr.io/team/multi"])
        #expect(manifests[3].tags == ["1.0", "latest"])
        #expect(manifests[5].tags == ["sha256-\(manifests[3].digest.dropFirst(7))"])
        #expect(multi.blobs.filter(\.isForeign).map(\.isStored) == [false])
        #expect(multi.blobs.contains { $0.size == 0 && $0.isStored })
        #expect(Set(multi.blobs.map(\.id)).count == multi.blobs.count)
    }

    @Test func everyBlobIsReadOnceAndFitsItsDigest() throws {
        let packages = try Packages.made()
        let reader = try PackageReader(path: packages("layout"))
        let contents = try reader.contents()
        let seen = Seen()
        try reader.read(contents, wanting: { _ in true }) { blob, stream in
            while let bytes = try stream.next(1000) { seen.add(blob.id, bytes.count) }
            #expect(stream.made?.digest == blob.digest)
        }
        #expect(seen.counts.count == contents.blobs.count - 1, "all but the empty one")
        for blob in contents.blobs where blob.size != 0 { #expect(seen.counts[blob.id] == blob.size.map(Int.init)) }
    }
}
