import Containerd
import Diagnosis
import Foundation
import MirrorSystem
import TestSupport
import Testing

/// A bundle survives its archive, is a plain tar for everybody else, and opens whatever it is given.
@Suite struct EvidenceFileTests {
    private static var sample: EvidenceBundle {
        var bundle = EvidenceBundle()
        bundle.image = "nginx"
        bundle.containerdVersion = "1.7.34"
        bundle.live = [0: "404 Not Found"]
        bundle.log = "level=info msg=\"hello\"\n"
        bundle.files.add("/etc/containerd/config.toml", .file(Array("version = 2\n".utf8)))
        bundle.files.add("/etc/containerd/certs.d", .directory(["docker.io"]))
        bundle.files.add("/etc/containerd/certs.d/docker.io", .failure(.permissionDenied))
        bundle.files.add("/" + String(repeating: "long/", count: 30) + "ä ö.toml", .file([0x78]))
        return bundle
    }

    @Test func itComesBackAsItWas() throws {
        let bytes = try EvidenceFile.bytes(Self.sample, known: [])
        #expect(try EvidenceFile.bundle(bytes) == Self.sample)
        #expect(try EvidenceFile.bytes(Self.sample, known: []) == bytes)
    }

    @Test func tarOfOthersReadsIt() throws {
        let folder = try TemporaryFolder()
        try Data(try EvidenceFile.bytes(Self.sample, known: [])).write(to: URL(filePath: folder("b.tar.gz")))
        let result = try Tool.run("/bin/tar", ["-xzf", folder("b.tar.gz"), "-C", folder.path])
        #expect(result.status == 0, "\(result.errors)")
        let config = try String(contentsOfFile: folder("mirrorctl/root/etc/containerd/config.toml"), encoding: .utf8)
        #expect(config == "version = 2\n")
        // And what tar packs is read by ours.
        let again = try Tool.run(
            "/bin/tar",
            [
                "--format=ustar", "-czf", folder("c.tar.gz"), "-C", folder.path, "mirrorctl/manifest.json",
                "mirrorctl/log.txt",
            ]
        )
        #expect(again.status == 0)
        #expect(throws: EvidenceFile.Failure.self) {
            try EvidenceFile.bundle(Array(try Data(contentsOf: URL(filePath: folder("c.tar.gz")))))
        }
    }

    @Test func whatWasNotRecordedIsNotTakenForMissing() {
        let files = Self.sample.files
        #expect(throws: NodeFileError.permissionDenied) {
            try files.read("/etc/containerd/certs.d/docker.io/hosts.toml")
        }
        #expect(throws: NodeFileError.notFound) { try files.read("/etc/containerd/certs.d/gcr.io/hosts.toml") }
        #expect(throws: NodeFileError.other("not in the bundle")) { try files.read("/etc/hosts") }
    }

    @Test func everyDamageIsAnError() throws {
        let bytes = try EvidenceFile.bytes(Self.sample, known: [])
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var damaged = bytes
            let at = Int.random(in: 0..<damaged.count, using: &generator)
            if Bool.random(using: &generator) { damaged[at] ^= 0x55 } else { damaged.removeLast(damaged.count - at) }
            guard let opened = try? EvidenceFile.bundle(damaged) else { continue }
            // What changed was the header's own: name, time, operating system.
            #expect(opened == Self.sample)
        }
    }

    @Test func nothingButFilesOfItsOwnIsAccepted() throws {
        for name in ["../x", "/etc/passwd", "a/../../b", ""] {
            let packed = try Gzip.whole(TarArchive.write([.init(name, [1])]))
            #expect(throws: EvidenceFile.Failure.bundle(.archive(.unexpectedEntry(name)))) {
                try EvidenceFile.bundle(packed)
            }
        }
        let zeros = TarArchive.Entry("mirrorctl/log.txt", [UInt8](repeating: 0, count: EvidenceBundle.limit))
        let bomb = try Gzip.whole(TarArchive.write([zeros]))
        #expect(throws: EvidenceFile.Failure.gzip(.tooLarge)) { try EvidenceFile.bundle(bomb) }
    }
}

/// No file that calls itself a bundle ends the process.
@Suite struct EvidenceFileFuzzTests {
    @Test func packedBundles() throws {
        var bundle = EvidenceBundle()
        bundle.image = "gcr.io/a:1"
        bundle.containerdVersion = "1.7.34"
        bundle.files.add("/etc/containerd/config.toml", .file(Array("version = 2\n".utf8)))
        var mutation = Mutation(seed: 1, bytes: [try EvidenceFile.bytes(bundle, known: [])])
        mutation.search { bytes in _ = try? EvidenceFile.bundle(bytes) }
    }
}
