import Foundation
import ImagePackage
import TestSupport
import Testing

/// A folder as a package: nothing outside of it is read, and what is no file is named for what it is.
@Suite struct FolderLinkTests {
    private let manager = FileManager.default

    /// A layout, unpacked into `folder`.
    private func layout(_ temporary: TemporaryFolder) throws -> String {
        let archive = try OddPackageTests.package("layers=right", in: temporary)
        let folder = temporary("layout")
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let done = try Tool.run("/usr/bin/tar", ["-C", folder, "-xf", archive])
        try #require(done.status == 0, "\(done.errors)")
        return folder
    }

    private func link(_ path: String, to target: String) throws {
        try manager.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    private func troubles(_ folder: String) throws -> [String?] {
        try PackageReader(path: folder).contents().images.map(\.trouble?.id)
    }

    @Test func aFolderThatIsALinkIsFollowedInsideOnly() throws {
        let temporary = try TemporaryFolder()
        let folder = try layout(temporary)
        try manager.moveItem(atPath: folder + "/blobs", toPath: folder + "/store")
        for target in ["store", "./store", "../layout/../layout/store", folder + "/store"] {
            try link(folder + "/blobs", to: target)
            let contents = try PackageReader(path: folder).contents()
            #expect(contents.images.map(\.trouble?.id) == [nil] && contents.others.isEmpty, "\(target)")
            try manager.removeItem(atPath: folder + "/blobs")
        }
        try manager.moveItem(atPath: folder + "/store", toPath: temporary("store"))
        try link(folder + "/blobs", to: temporary("store"))
        let images = try PackageReader(path: folder).contents().images
        #expect(
            images.map(\.trouble) == [
                .linkOutside(name: "layout", link: "blobs", target: temporary("store"))
            ]
        )
    }

    @Test func whatIsNoFileIsNamed() throws {
        let temporary = try TemporaryFolder()
        let folder = try layout(temporary)
        let blobs = folder + "/blobs/sha256/"
        let names = try manager.contentsOfDirectory(atPath: blobs).sorted { left, right in
            let size = { (name: String) in
                (try? self.manager.attributesOfItem(atPath: blobs + name)[.size] as? Int) ?? 0
            }
            return size(left) > size(right)
        }
        // The largest is a layer.
        let layer = blobs + names[0]
        try manager.moveItem(atPath: layer, toPath: folder + "/layer")
        #expect(mkfifo(layer, 0o600) == 0)
        #expect(try troubles(folder) == ["notAFile.pipe"])
        for (target, id) in [
            ("/dev/zero", "linkOutside"), ("../../nowhere", "deadLink"), ("..", "notAFile.folder"),
            (names[0], "linkCircle"), ("../../layer", nil), ("../../layer/x", "deadLink"),
        ] as [(String, String?)] {
            try manager.removeItem(atPath: layer)
            try link(layer, to: target)
            #expect(try troubles(folder) == [id], "\(target)")
        }
        try manager.removeItem(atPath: folder + "/index.json")
        #expect(mkfifo(folder + "/index.json", 0o600) == 0)
        let error = #expect(throws: PackageError.self) { try troubles(folder) }
        #expect(error?.id == "notAFile.pipe")
    }

    /// An archive behind a link that is not followed is not passed over in silence.
    @Test func archivesBehindLinksAreSaid() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary("folder")
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let archive = try OddPackageTests.package("docker", in: temporary)
        try manager.copyItem(atPath: archive, toPath: folder + "/app.tar")
        try link(folder + "/again.tar", to: "app.tar")
        try link(folder + "/README", to: "/nowhere")
        var contents = try PackageReader(path: folder).contents()
        #expect(contents.images.map(\.trouble?.id) == [nil] && contents.others.map(\.name) == ["README"])
        try link(folder + "/b.tar", to: archive)
        try link(folder + "/c.tar", to: "gone.tar")
        try link(folder + "/d", to: temporary.path)
        #expect(mkfifo(folder + "/e.tar", 0o600) == 0)
        contents = try PackageReader(path: folder).contents()
        let found = contents.images.map { "\($0.source) \($0.trouble?.id ?? "-")" }
        #expect(
            found.sorted() == [
                "app.tar -", "b.tar linkOutside", "c.tar deadLink", "d linkOutside", "e.tar notAFile.pipe",
            ]
        )
    }
}
