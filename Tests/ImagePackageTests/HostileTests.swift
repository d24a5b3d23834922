import Foundation
import ImagePackage
import TestSupport
import Testing

/// Archives that were made to do harm.
@Suite struct HostileTests {
    /// Python makes an archive at `path` from `body`, with `add(name, data, **fields)` to use.
    private func archive(_ folder: TemporaryFolder, _ body: String) throws -> String {
        let path = folder("hostile.tar")
        _ = try Python.run(
            """
            import io, json, hashlib, tarfile, gzip
            t = tarfile.open("\(path)", "w")
            def add(name, data=b"", **fields):
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                for key, value in fields.items(): setattr(entry, key, value)
                t.addfile(entry, io.BytesIO(data))
            def sha(data): return "sha256:" + hashlib.sha256(data).hexdigest()
            def docker(layer, config=None, layers=None, tags=["a/b:1"]):
                c = config or json.dumps({"rootfs": {"diff_ids": [sha(layer)]}}).encode()
                add("c.json", c)
                add("manifest.json", json.dumps([{"Config": "c.json", "RepoTags": tags, "Layers": layers or ["l.tar"]}]).encode())
            \(body)
            t.close()
            """
        )
        return path
    }

    /// Names of files outside are only names: nothing is opened by them.
    @Test(arguments: ["/etc/passwd", "../../../../../../../../etc/passwd", "x/../../../../../../../etc/passwd"])
    func aNameOrLinkThatLeavesTheArchiveLeadsNowhere(name: String) throws {
        let folder = try TemporaryFolder()
        let path = try archive(
            folder,
            """
            add("l.tar", type=tarfile.SYMTYPE, linkname="\(name)")
            add("\(name)", b"inside")
            docker(open("/etc/passwd", "rb").read())
            """
        )
        let images = try PackageReader(path: path).contents().images
        let image = try #require(images.first)
        if let trouble = image.trouble {
            #expect(["missing", "deadLink", "strayLink"].contains(trouble.id))
        } else {
            let reader = try PackageReader(path: path)
            let layer = try #require(image.blobs.first { $0.digest == nil })
            #expect(layer.storedSize == 6, "the archive's own file of that name")
            #expect(throws: PackageError.self) {
                let stream = try reader.open(layer)
                while try stream.next() != nil {}
            }
        }
    }

    /// The header of a zstd frame asks for 2 GiB, that of an .xz block for 128 MiB.
    @Test func aDictionaryThatIsTooLargeIsRefusedWithItsSize() throws {
        let folder = try TemporaryFolder()
        let zstd = try folder.write("window.tar.zst", [0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, 1, 0, 0])
        #expect(throws: PackageError.needsMemory(name: "window.tar.zst", mebibytes: 2048)) {
            try PackageReader(path: zstd)
        }
        let xz = try archive(folder, "docker(b'layer')") + ".xz"
        try #require(try Tool.run("/usr/bin/xz", ["--lzma2=dict=128MiB", folder("hostile.tar")]).status == 0)
        let error = try #require(throws: PackageError.self) { try PackageReader(path: xz) }
        guard case .needsMemory("hostile.tar.xz", 128...144) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func linksInARingEnd() throws {
        let folder = try TemporaryFolder()
        let path = try archive(
            folder,
            """
            add("l.tar", type=tarfile.SYMTYPE, linkname="m.tar")
            add("m.tar", type=tarfile.SYMTYPE, linkname="l.tar")
            docker(b"")
            """
        )
        #expect(try PackageReader(path: path).contents().images.map(\.trouble?.id) == ["linkCircle"])
    }

    @Test func aLinkOutOfAFolderLeadsNowhere() throws {
        let folder = try TemporaryFolder()
        let passwd = try Data(contentsOf: URL(fileURLWithPath: "/etc/passwd"))
        try folder.write("c.json", #"{"rootfs":{"diff_ids":["sha256:\#(String(repeating: "0", count: 64))"]}}"#)
        try folder.write("manifest.json", #"[{"Config":"c.json","RepoTags":["a/b:1"],"Layers":["l.tar"]}]"#)
        try FileManager.default.createSymbolicLink(atPath: folder("l.tar"), withDestinationPath: "/etc/passwd")
        let image = try #require(try PackageReader(path: folder.path).contents().images.first)
        #expect(image.trouble?.id == "linkOutside")
        #expect(image.blobs.allSatisfy { $0.storedSize != Int64(passwd.count) })
    }

    @Test(arguments: [
        #"add("l.tar", b"x" * 1024); docker(b"", config=b"{}")"#,
        #"add("l.tar", b"x" * 1024); docker(b"", config=b'{"rootfs":{"diff_ids":[]}}')"#,
        #"add("l.tar", b"x" * 1024); docker(b"", config=b'{"rootfs":{"diff_ids":["sha256:../../x"]}}')"#,
        #"add("l.tar", b"x" * 1024); docker(b"x" * 1024, tags=["UPPER/case:1"])"#,
        #"add("l.tar", b"x" * 1024); docker(b"x" * 1024, config=b"{" * 5000)"#,
        #"add("c.json", b" " * 5000000); add("manifest.json", json.dumps([{"Config": "c.json", "RepoTags": ["a:1"], "Layers": []}]).encode())"#,
    ])
    func nonsenseIsTheImagesTrouble(body: String) throws {
        let folder = try TemporaryFolder()
        let images = try PackageReader(path: try archive(folder, body)).contents().images
        #expect(images.count == 1)
        #expect(
            ["badDocument", "badDigest", "badReference", "tooLarge", "layersDiffer"].contains(
                images[0].trouble?.id ?? ""
            )
        )
    }

    /// Zeros without end: read as a stream, and stopped once it is beyond all measure.
    @Test func aBombIsStopped() throws {
        let folder = try TemporaryFolder()
        let path = folder("bomb.tar.xz")
        _ = try Tool.run(
            "/bin/sh",
            ["-c", "python3 -c '\(Self.bomb)' | xz -1 -T1 >'\(path)'"]
        )
        let error = #expect(throws: PackageError.self) {
            var limits = PackageLimits()
            limits.unmeasured = 64 << 20
            _ = try PackageReader(path: path, limits: limits).pushed()
        }
        #expect(error?.id == "bomb")
    }

    private static let bomb = """
        import sys, tarfile
        e = tarfile.TarInfo("l.tar"); e.size = 150 << 20
        sys.stdout.buffer.write(e.tobuf())
        for _ in range(150): sys.stdout.buffer.write(bytes(1 << 20))
        sys.stdout.buffer.write(bytes(1024))
        """

    @Test func tooManyNamesAreNotKept() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder, #"[add(f"x/{n}") for n in range(60)]"#)
        var limits = PackageLimits()
        limits.entries = 50
        let reader = try PackageReader(path: path, limits: limits)
        #expect(throws: PackageError.tooManyNames(name: "hostile.tar", limit: 50)) { try reader.contents() }
    }

    @Test func archivesNestedTooDeeplyAreRefused() throws {
        let folder = try TemporaryFolder()
        let path = try archive(
            folder,
            """
            inner = b"x" * 1024
            for _ in range(8):
                out = io.BytesIO()
                with tarfile.open(fileobj=out, mode="w") as a:
                    entry = tarfile.TarInfo("n.tar")
                    entry.size = len(inner)
                    a.addfile(entry, io.BytesIO(inner))
                inner = out.getvalue()
            add("top.tar", inner)
            """
        )
        let images = try PackageReader(path: path).contents().images
        #expect(images.map(\.trouble?.id) == ["nestedTooDeeply"])
    }
}
