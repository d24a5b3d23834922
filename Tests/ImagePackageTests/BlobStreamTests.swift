import Foundation
import ImagePackage
import TestSupport
import Testing

@Suite struct BlobStreamTests {
    private func layer(_ reader: PackageReader) throws -> PackagedBlob {
        let blobs = try reader.contents().images.flatMap(\.blobs)
        return try #require(blobs.first { $0.digest == nil })
    }

    private func bytes(_ stream: BlobStream, _ step: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        while let more = try stream.next(step) { all += more }
        return all
    }

    /// gunzip makes the plain layer of what was compressed, and another run, in other steps, makes the same bytes.
    @Test func aCompressedLayerIsTheSameOnEveryRunAndTheLayerAgain() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let reader = try PackageReader(path: packages("docker"))
        let blob = try layer(reader)
        let stream = try reader.open(blob)
        let first = try bytes(stream, 1 << 20)
        let made = try #require(stream.made)
        #expect(made.size == Int64(first.count))
        #expect(made.size < blob.storedSize)
        let again = try PackageReader(path: packages("bundle.tar"))
        let same = try #require(try again.contents().blobs.first { $0.id == blob.id })
        #expect(try bytes(try again.open(same), 777) == first)
        let file = try folder.write("layer.gz", first)
        let plain = try Tool.run("/bin/sh", ["-c", "gunzip -c '\(file)' | sha256sum"])
        #expect(plain.output.prefix(64) == made.diffID.dropFirst(7))
        #expect(blob.id == "tar+" + made.diffID)
    }

    @Test func zstdIsAnOption() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let reader = try PackageReader(path: packages("docker"), encoding: .zstd)
        let blob = try layer(reader)
        #expect(blob.mediaType == "application/vnd.oci.image.layer.v1.tar+zstd")
        let stream = try reader.open(blob)
        let file = try folder.write("layer.zst", try bytes(stream, 1 << 20))
        let plain = try Tool.run("/bin/sh", ["-c", "zstd -qdc '\(file)' | sha256sum"])
        #expect(try #require(stream.made).diffID.dropFirst(7) == plain.output.prefix(64))
    }

    @Test func readingGoesOnWithinALayer() throws {
        let packages = try Packages.made()
        for form in ["docker", "one.tar.xz", "many.tar.xz"] {
            let reader = try PackageReader(path: packages(form))
            let blob = try layer(reader)
            let whole = try bytes(try reader.open(blob), 1 << 20)
            let stream = try reader.open(blob)
            try stream.skip(to: 100_001)
            #expect(stream.offset == 100_001)
            #expect(try bytes(stream, 4096) == Array(whole[100_001...]))
            #expect(stream.made?.size == Int64(whole.count))
        }
    }

    @Test func aChangedLayerIsFoundOutAtItsEnd() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        var archive = try packages.folder.bytes("bundle.tar")
        let reader = try PackageReader(path: packages("bundle.tar"))
        let blob = try #require(try reader.contents().blobs.first { $0.digest != nil && $0.storedSize > 100_000 })
        let content = try bytes(try reader.open(blob), 1 << 20)
        let start = try #require(Data(archive).firstRange(of: Data(content))).lowerBound
        archive[start + content.count / 2] ^= 1
        let damaged = try PackageReader(path: try folder.write("damaged.tar", archive))
        let again = try #require(try damaged.contents().blobs.first { $0.id == blob.id })
        let error = try #require(throws: PackageError.self) { try bytes(try damaged.open(again), 4096) }
        #expect(error.id == "digestMismatch")
    }

    @Test func aSignatureIsHeldAgainstTheWholePackage() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let (signature, key) = (packages("bundle.tar.sig"), packages("key.pub"))
        try verifySignature(package: packages("bundle.tar"), signature: signature, publicKey: key)
        var archive = try packages.folder.bytes("bundle.tar")
        archive[archive.count - 1] ^= 1
        let damaged = try folder.write("damaged.tar", archive)
        #expect(throws: PackageError.badSignature(path: damaged)) {
            try verifySignature(package: damaged, signature: signature, publicKey: key)
        }
        #expect(throws: PackageError.badKey(path: signature)) {
            try verifySignature(package: damaged, signature: signature, publicKey: signature)
        }
        #expect(throws: PackageError.unsigned(path: folder.path)) {
            try verifySignature(package: folder.path, signature: signature, publicKey: key)
        }
    }
}
