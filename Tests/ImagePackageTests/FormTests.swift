import Foundation
import ImagePackage
import TestSupport
import Testing

/// The same images in every form of package are the same in the registry.
@Suite struct FormTests {
    static let forms = ["bundle", "bundle.tar", "bundle.tar.gz", "bundle.tar.zst", "one.tar.xz", "many.tar.xz"]

    @Test(arguments: forms) func everyFormOfAPackageHoldsTheSame(form: String) throws {
        let packages = try Packages.made()
        let reference = try PackageReader(path: packages("bundle.tar")).pushed()
        #expect(reference.names.count > 12)
        #expect(reference.troubles.isEmpty)
        for (name, digest) in packages.expected {
            #expect(reference.names.values.contains(digest), "\(name)")
            let repository = name.drop { $0 != "/" }.dropFirst()
            #expect(reference.names.contains { $0.key.hasPrefix(repository + ":") && $0.value == digest })
        }
        let reader = try PackageReader(path: packages(form))
        #expect(try reader.pushed() == reference)
        #expect(try reader.pushed(readers: 3) == reference)
        #expect(try reader.pushedAfterListing() == reference)
        #expect(try reader.pushedAfterListing(readers: 3) == reference)
    }

    /// Too large to be held, so that everything takes the second pass.
    @Test(arguments: ["bundle.tar.gz", "bundle.tar.zst", "one.tar.xz"])
    func whatDoesNotFitIntoMemoryComesInASecondPass(form: String) throws {
        let packages = try Packages.made()
        let reference = try PackageReader(path: packages("bundle.tar")).pushed()
        var limits = PackageLimits()
        limits.held = 1000
        limits.cache = 3 << 20
        limits.cacheBesideHeld = 2 << 20
        let reader = try PackageReader(path: packages(form), limits: limits)
        #expect(try reader.pushed(readers: 3) == reference)
    }

    /// Archives without images are let go of again, whatever little memory there is.
    @Test func otherArchivesAreNoHindrance() throws {
        let packages = try Packages.made()
        let folder = try TemporaryFolder()
        let path = folder("mixed.tar.gz")
        let made = try Tool.run(
            "/bin/sh",
            [
                "-c",
                """
                cd '\(folder.path)' && head -c 600000 /dev/urandom >noise && for n in 1 2 3 4; do tar cf $n.tar noise; done \
                && cp '\(packages("unlinked.tar"))' 5.tar && tar czf '\(path)' [1-5].tar
                """,
            ]
        )
        try #require(made.status == 0, "\(made.errors)")
        var limits = PackageLimits()
        limits.held = (1 << 20) + (64 << 10)
        let reader = try PackageReader(path: path, limits: limits)
        #expect(try reader.pushed(readers: 2).names.keys.sorted() == ["team/a:1"])
        #expect(try reader.contents().others.map(\.name) == ["1.tar", "2.tar", "3.tar", "4.tar"])
    }

    /// Layers are an image's own under any name, plain or compressed.
    @Test func layersUnderAnyNameBelongToTheirImage() throws {
        let folder = try TemporaryFolder()
        _ = try Python.run(
            """
            import gzip, hashlib, io, json, tarfile
            out = io.BytesIO()
            with tarfile.open(fileobj=out, mode="w") as a: a.addfile(tarfile.TarInfo("etc/empty"))
            layer = out.getvalue(); packed = gzip.compress(layer, mtime=0)
            diff = "sha256:" + hashlib.sha256(layer).hexdigest()
            config = json.dumps({"rootfs": {"diff_ids": [diff, diff]}}).encode()
            manifest = [{"Config": "c.json", "RepoTags": ["a/b:1"], "Layers": ["one.tar", "two.tar.gz"]}]
            with tarfile.open("\(folder("a.tar"))", "w") as a:
                for name, data in (("one.tar", layer), ("two.tar.gz", packed), ("c.json", config),
                                   ("manifest.json", json.dumps(manifest).encode())):
                    entry = tarfile.TarInfo(name); entry.size = len(data)
                    a.addfile(entry, io.BytesIO(data))
            open("\(folder("digest"))", "w").write("sha256:" + hashlib.sha256(packed).hexdigest())
            """
        )
        let reader = try PackageReader(path: folder("a.tar"))
        let contents = try reader.contents()
        #expect(contents.others.isEmpty)
        #expect(contents.images.map(\.repository) == ["a/b"])
        // What is compressed already goes as it is.
        #expect(try reader.pushed().content.keys.contains(try folder.text("digest")))
    }

    @Test func namesAndFilesAreListed() throws {
        let packages = try Packages.made()
        let contents = try PackageReader(path: packages("many.tar.xz")).contents()
        #expect(contents.others.map(\.name) == ["images_1.0/README.txt"])
        #expect(contents.others.allSatisfy { $0.size > 0 })
        #expect(
            contents.images.map(\.repository).sorted() == [
                "a/b/c", "library/busybox", "library/single", "nameless", "org/fast", "org/squeezed", "org/zipped",
                "team/a",
                "team/multi",
            ]
        )
        let nameless = try #require(contents.images.first { $0.repository == "nameless" })
        #expect(nameless.isNameGuessed)
        #expect(nameless.tags == [])
        #expect(nameless.source == "images_1.0/nameless.tar")
    }

    @Test func anUnpackedDockerArchiveIsAPackageToo() throws {
        let packages = try Packages.made()
        let reader = try PackageReader(path: packages("docker"))
        let pushed = try reader.pushed()
        let whole = try PackageReader(path: packages("bundle/images_1.0/pair.tar")).pushed()
        #expect(pushed == whole)
        #expect(pushed.names.keys.sorted() == ["library/busybox:2", "team/a:1"])
        // 2 configs, 2 manifests, 1 shared layer and 2 of each image's own.
        #expect(pushed.content.count == 9)
    }

    @Test func anotherFileIsNoPackage() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", [UInt8](repeating: 7, count: 4096))
        #expect(throws: PackageError.noImages(path: file)) { try PackageReader(path: file) }
        #expect(throws: PackageError.notFound(path: file + "y")) { try PackageReader(path: file + "y") }
        let empty = try folder.write("empty", "")
        #expect(throws: PackageError.noImages(path: empty)) { try PackageReader(path: empty) }
        let none = try TemporaryFolder()
        try none.write("README", "nothing")
        #expect(throws: PackageError.noImages(path: none.path)) { try PackageReader(path: none.path).contents() }
    }
}

/// How many blobs a package gives out side by side.
@Suite struct ReaderTests {
    @Test func onlyWhatCanBeReadAtRandomIsReadSideBySide() throws {
        let packages = try Packages.made()
        for form in ["bundle.tar.gz", "bundle.tar.zst", "one.tar.xz"] {
            #expect(try PackageReader(path: packages(form)).concurrentReaders == 1)
        }
        for form in ["bundle", "bundle.tar"] { #expect(try PackageReader(path: packages(form)).concurrentReaders > 1) }
        let many = try PackageReader(path: packages("many.tar.xz"))
        guard case .compressed(.xz, let blocks) = many.form else {
            Issue.record("\(many.form)")
            return
        }
        #expect(blocks > 4)
    }
}
