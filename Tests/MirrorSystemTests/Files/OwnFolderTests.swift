import Glibc
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import MirrorSystem

@Suite struct OwnFolderTests {
    /// Everything that somebody else could have put under the name, and what is said of it.
    private static let kinds:
        [(name: String, problem: OwnFileProblem, make: @Sendable (TemporaryFolder, String) throws -> Void)] = [
            ("fifo", .isSpecial, { folder, path in #expect(mkfifo(path, 0o600) == 0) }),
            ("socket", .isSpecial, { folder, path in #expect(mknod(path, S_IFSOCK | 0o600, 0) == 0) }),
            ("folder", .isFolder, { folder, path in #expect(mkdir(path, 0o700) == 0) }),
            (
                "link", .isLink,
                { folder, path in
                    try folder.write("elsewhere", "kept", mode: 0o600)
                    #expect(symlink(folder("elsewhere"), path) == 0)
                }
            ),
            ("dangling", .isLink, { folder, path in #expect(symlink(folder("none"), path) == 0) }),
            ("device", .isLink, { folder, path in #expect(symlink("/dev/zero", path) == 0) }),
            (
                "names", .names(2),
                { folder, path in
                    try folder.write("elsewhere", "kept", mode: 0o600)
                    #expect(link(folder("elsewhere"), path) == 0)
                }
            ),
            (
                "others", .othersWrite,
                { folder, path in
                    try folder.write("state/draft.json", "kept")
                    #expect(chmod(path, 0o622) == 0)
                }
            ),
        ]

    private func failure(_ body: () throws(FileError) -> Void) -> FileError? {
        do throws(FileError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: kinds.map(\.name))
    func leavesAloneWhatIsNotItsOwn(_ name: String) throws {
        let kind = try #require(Self.kinds.first { $0.name == name })
        let folder = try TemporaryFolder()
        let path = folder("state")
        let own = try OwnFolder(path)
        try kind.make(folder, path + "/draft.json")
        let expected = FileError.notOwn(path: path + "/draft.json", kind.problem)
        #expect(failure { () throws(FileError) in _ = try own.read("draft.json", limit: 100) } == expected)
        #expect(failure { () throws(FileError) in try own.replace("draft.json", with: [1]) } == expected)
        #expect(failure { () throws(FileError) in try own.remove("draft.json") } == expected)
        #expect(failure { () throws(FileError) in _ = try own.open("draft.json", O_RDWR | O_CREAT) } == expected)
        var status = stat()
        #expect(lstat(path + "/draft.json", &status) == 0)
        if folder.names.contains("elsewhere") { #expect(try folder.text("elsewhere") == "kept") }
        #expect(!folder.names.contains("none"))
        #expect(try TemporaryNames.below(path).isEmpty)
    }

    /// The journal that is opened for appending is held by the same check.
    @Test(arguments: kinds.map(\.name))
    func thePushJournalLeavesItAloneToo(_ name: String) throws {
        let kind = try #require(Self.kinds.first { $0.name == name })
        let folder = try TemporaryFolder()
        let path = folder("state")
        var journal = ""
        do {
            let held = try #require(try PushJournal.open(folder: path, package: "p", target: "t"))
            journal = held.path
        }
        #expect(unlink(journal) == 0)
        if kind.problem == .othersWrite {
            try folder.write("state/" + (journal.split(separator: "/").last.map(String.init) ?? ""), "kept")
            #expect(chmod(journal, 0o622) == 0)
        } else {
            try kind.make(folder, journal)
        }
        let seen = failure { () throws(FileError) in
            _ = try PushJournal.open(folder: path, package: "p", target: "t")
        }
        #expect(seen == .notOwn(path: journal, kind.problem))
        if folder.names.contains("elsewhere") { #expect(try folder.text("elsewhere") == "kept") }
    }

    @Test func keepsAndReadsItsOwn() throws {
        let folder = try TemporaryFolder()
        let own = try OwnFolder(folder("a/b/state"))
        #expect(try own.read("draft.json", limit: 10) == nil)
        try own.replace("draft.json", with: [1, 2, 3])
        try own.replace("draft.json", with: [4, 5])
        #expect(try own.read("draft.json", limit: 2) == [4, 5])
        let path = folder("a/b/state/draft.json")
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        let seen = failure { () throws(FileError) in _ = try own.read("draft.json", limit: 1) }
        #expect(seen == .notOwn(path: path, .tooLarge(limit: 1)))
        try own.remove("draft.json")
        try own.remove("draft.json")
        #expect(try own.read("draft.json", limit: 2) == nil)
    }

    @Test func refusesAFolderThatIsNotItsOwn() throws {
        let folder = try TemporaryFolder()
        let path = folder("state")
        #expect(mkdir(path, 0o700) == 0)
        for mode: mode_t in [0o770, 0o702, 0o1777, 0o720] {
            #expect(chmod(path, mode) == 0)
            let seen = failure { () throws(FileError) in _ = try OwnFolder(path) }
            #expect(seen == .notOwn(path: path, .folderOthersWrite), "\(mode)")
            let fix = seen?.fix.map { Catalogue.english($0) } ?? ""
            #expect(fix.contains("chmod go-w \(path)"), "\(fix)")
        }
        #expect(chmod(path, 0o755) == 0)
        #expect(failure { () throws(FileError) in _ = try OwnFolder(path) } == nil)
        let foreign = failure { () throws(FileError) in _ = try OwnFolder(path, user: geteuid() + 1) }
        #expect(foreign == .notOwn(path: path, .folderOwner(geteuid())))
        // One's own link to one's own folder.
        #expect(symlink("state", folder("link")) == 0)
        #expect(failure { () throws(FileError) in _ = try OwnFolder(folder("link")) } == nil)
        #expect(failure { () throws(FileError) in _ = try OwnFolder(folder("link"), user: geteuid() + 1) } != nil)
        try folder.write("file", "")
        let none = failure { () throws(FileError) in _ = try OwnFolder(folder("file")) }
        #expect(none == .notOwn(path: folder("file"), .folderIsNone))
        #expect(mkfifo(folder("pipe"), 0o600) == 0)
        let pipe = failure { () throws(FileError) in _ = try OwnFolder(folder("pipe")) }
        #expect(pipe == .notOwn(path: folder("pipe"), .folderIsNone))
        #expect(try OwnFolder.existing(folder("nowhere")) == nil && !folder.names.contains("nowhere"))
    }

    @Test func refusesAFileOfSomebodyElse() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", "")
        var status = stat()
        #expect(lstat(path, &status) == 0)
        #expect(OwnFileProblem(status, user: geteuid() + 1) == .owner(geteuid()))
        #expect(OwnFileProblem(status, user: geteuid()) == nil)
    }

    @Test func hasTextsForEveryProblem() {
        let problems: [OwnFileProblem] = [
            .isLink, .isFolder, .isSpecial, .owner(1), .names(2), .othersWrite, .tooLarge(limit: 1 << 20),
            .folderIsNone, .folderOwner(1), .folderOthersWrite, .anybodyWrites, .backupOwner(1),
        ]
        for problem in problems {
            let error = FileError.notOwn(path: "/p q", problem)
            for phrase in [error.problem, error.fix].compactMap(\.self) {
                #expect(Catalogue.english.keys.contains(phrase.key), "\(phrase.key)")
                #expect(!Catalogue.english(phrase).contains("{"), "\(phrase.key)")
                #expect(!Catalogue.japanese(phrase).contains("{"), "\(phrase.key)")
            }
            #expect(error.at("q").path == "q")
        }
    }
}

private enum TemporaryNames {
    static func below(_ path: String) throws -> [String] {
        try Tool.run("/usr/bin/find", [path, "-name", "*.tmp"]).output.split(separator: "\n").map(String.init)
    }
}
