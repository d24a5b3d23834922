import Glibc
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import MirrorSystem

@Suite struct FileSnapshotTests {
    private func failure(_ path: String, limit: Int = FileSnapshot.limit) -> FileError? {
        do throws(FileError) {
            _ = try FileSnapshot(reading: path, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func readsAFileAndWhereALinkLeads() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "text\r\n")
        #expect(symlink("a", folder("link")) == 0)
        let (file, link) = (try FileSnapshot(reading: folder("a")), try FileSnapshot(reading: folder("link")))
        #expect(file.bytes == Array("text\r\n".utf8))
        #expect(link.bytes == file.bytes && link.identity == file.identity)
        #expect(link.target == file.target && link.path != file.path)
        #expect(file.identity.size == 6)
    }

    @Test func refusesWhatIsNoFile() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder("pipe"), 0o600) == 0)
        #expect(symlink("gone", folder("dangling")) == 0)
        #expect(symlink("loop", folder("loop")) == 0)
        try folder.write("big", "12345")
        #expect(failure(folder.path) == .isDirectory(path: folder.path))
        #expect(failure(folder("pipe")) == .notRegular(path: folder("pipe")))
        #expect(failure("/dev/null") == .notRegular(path: "/dev/null"))
        #expect(failure("/dev/tty").map { _ in true } == true)
        #expect(failure(folder("none")) == .notFound(path: folder("none")))
        #expect(failure(folder("dangling")) == .notFound(path: folder("dangling")))
        #expect(failure(folder("loop")) == .system(path: folder("loop"), operation: "realpath", errno: ELOOP))
        #expect(failure(folder("big"), limit: 4) == .tooLarge(path: folder("big"), limit: 4))
        #expect(failure(folder("big"), limit: 5) == nil)
        #expect(failure("") == .notFound(path: ""))
    }

    @Test func hasTextsForEveryError() {
        let errors: [FileError] = [
            .notFound(path: "p"), .permissionDenied(path: "p"), .changedOnDisk(path: "p"), .isDirectory(path: "p"),
            .notRegular(path: "p"), .tooLarge(path: "p", limit: 1), .hardLinked(path: "p", names: 2),
            .ownerNotKept(path: "p"), .readOnly(path: "p"), .noSpace(path: "p"),
            .system(path: "p", operation: "open", errno: EIO),
        ]
        for error in errors {
            #expect(Catalogue.english.keys.contains(error.problem.key), "\(error)")
            #expect(error.fix.map { Catalogue.english.keys.contains($0.key) } ?? false, "\(error)")
            #expect(!Catalogue.english(error.problem).contains("{"), "\(error)")
            #expect(error.at("q").path == "q" && error.at("p") == error)
        }
    }
}
