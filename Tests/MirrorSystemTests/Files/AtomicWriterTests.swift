import Foundation
import Glibc
import TestSupport
import Testing

@testable import MirrorSystem

@Suite struct AtomicWriterTests {
    /// 2026-11-23 08:55:00 UTC
    static let time = 1_795_424_100
    private let old = "old\n"
    private let new = Array("new text\n".utf8)

    private func status(_ path: String) -> stat {
        var status = stat()
        lstat(path, &status)
        return status
    }

    @Test func replacesAFileAndKeepsABackup() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c.yaml", old, mode: 0o640)
        if geteuid() == 0 { #expect(chown(path, 1234, 2345) == 0) }
        let (uid, gid) = (status(path).st_uid, status(path).st_gid)
        let written = try AtomicWriter(secondsSince1970: Self.time).replace(try FileSnapshot(reading: path), with: new)
        #expect(try folder.text("c.yaml") == "new text\n")
        #expect(folder.names == ["c.yaml", "c.yaml.bak-20261123-085500Z"])
        #expect(try folder.text("c.yaml.bak-20261123-085500Z") == old)
        #expect(written.backup.map { ($0 as NSString).lastPathComponent } == "c.yaml.bak-20261123-085500Z")
        #expect(!written.folderNotSynchronized)
        for name in folder.names {
            let status = status(folder(name))
            #expect(status.st_mode & 0o7777 == 0o640 && status.st_uid == uid && status.st_gid == gid, "\(name)")
        }
    }

    @Test func neverOverwritesABackup() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c", "0")
        let writer = AtomicWriter(secondsSince1970: 0)
        for text in ["1", "2", "3"] { _ = try writer.replace(try FileSnapshot(reading: path), with: Array(text.utf8)) }
        #expect(
            folder.names == ["c", "c.bak-19700101-000000Z", "c.bak-19700101-000000Z-2", "c.bak-19700101-000000Z-3"]
        )
        #expect(try folder.names.map(folder.text) == ["3", "0", "1", "2"])
    }

    @Test func leavesAFileThatChangedSince() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c", old)
        let snapshot = try FileSnapshot(reading: path)
        // The same size, so that only a comparison of the text can tell.
        try folder.write("c", "odd\n")
        #expect(throws: FileError.changedOnDisk(path: path)) {
            try AtomicWriter(secondsSince1970: 0).replace(snapshot, with: new)
        }
        #expect(try folder.text("c") == "odd\n" && folder.names == ["c"])
        try folder.write("c", old)
        let late = AtomicWriter(secondsSince1970: 0) { (step: AtomicWriter.Step) throws(FileError) in
            if step == .backupWritten { _ = try? folder.write("c", "odd\n") }
        }
        #expect(throws: FileError.changedOnDisk(path: path)) { try late.replace(snapshot, with: new) }
        #expect(try folder.text("c") == "odd\n" && folder.names == ["c"])
        unlink(path)
        #expect(throws: FileError.self) { try AtomicWriter(secondsSince1970: 0).replace(snapshot, with: new) }
        #expect(folder.names == [])
    }

    @Test func writesWhereASymbolicLinkLeads() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("real"), withIntermediateDirectories: false)
        try folder.write("real/c", old)
        #expect(symlink("real/c", folder("link")) == 0)
        let written = try AtomicWriter(secondsSince1970: 0).replace(
            try FileSnapshot(reading: folder("link")),
            with: new
        )
        #expect(written.path.hasSuffix("/real/c") && written.backup?.contains("/real/c.bak-") == true)
        #expect(status(folder("link")).st_mode & S_IFMT == S_IFLNK)
        #expect(try folder.text("real/c") == "new text\n")
    }

    @Test func refusesAFileWithSeveralNames() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c", old)
        #expect(link(path, folder("other")) == 0)
        let snapshot = try FileSnapshot(reading: path)
        #expect(throws: FileError.hardLinked(path: snapshot.target, names: 2)) {
            try AtomicWriter(secondsSince1970: 0).replace(snapshot, with: new)
        }
        #expect(folder.names == ["c", "other"])
        // On the operator's word the new text gets the name that was asked for, and no other.
        _ = try AtomicWriter(secondsSince1970: 0).replace(snapshot, with: new, breaksHardLink: true)
        #expect(try folder.text("c") == "new text\n")
        #expect(try folder.bytes("other") == snapshot.bytes)
        #expect(snapshot.names == 2)
    }

    @Test func createsAFileOnlyWhereNoneIs() throws {
        let folder = try TemporaryFolder()
        let written = try AtomicWriter(secondsSince1970: 0).create(folder("n"), new, mode: 0o600)
        #expect(written.backup == nil && folder.names == ["n"])
        #expect(try folder.text("n") == "new text\n")
        #expect(status(folder("n")).st_mode & 0o7777 == 0o600)
        #expect(throws: FileError.exists(path: folder("n"))) {
            try AtomicWriter(secondsSince1970: 0).create(folder("n"), [])
        }
        #expect(try folder.text("n") == "new text\n" && folder.names == ["n"])
        #expect(throws: FileError.notFound(path: folder("gone"))) {
            try AtomicWriter(secondsSince1970: 0).create(folder("gone/n"), new)
        }
    }

    @Test func leavesNothingBehindWhenAStepFails() throws {
        for failing in AtomicWriter.Step.allCases where failing != .renamed {
            let folder = try TemporaryFolder()
            let snapshot = try FileSnapshot(reading: try folder.write("c", old))
            let writer = AtomicWriter(secondsSince1970: 0) { (step: AtomicWriter.Step) throws(FileError) in
                if step == failing { throw FileError(path: "x", operation: "write", errno: ENOSPC) }
            }
            #expect(throws: FileError.self) { try writer.replace(snapshot, with: new) }
            #expect(try folder.text("c") == old && folder.names == ["c"], "\(failing)")
        }
        let folder = try TemporaryFolder()
        let snapshot = try FileSnapshot(reading: try folder.write("c", old))
        let writer = AtomicWriter(secondsSince1970: 0) { (step: AtomicWriter.Step) throws(FileError) in
            if step == .renamed { throw FileError(path: "x", operation: "fsync", errno: EIO) }
        }
        #expect(try writer.replace(snapshot, with: new).folderNotSynchronized)
        #expect(try folder.text("c") == "new text\n")
    }

    @Test func isOldOrNewWhereverItIsKilled() throws {
        if let told = OwnProcess.told { return try beKilled(told) }
        for step in AtomicWriter.Step.allCases {
            let folder = try TemporaryFolder()
            let path = try folder.write("c", old)
            let result = try OwnProcess.run("AtomicWriterTests/isOldOrNew", telling: "\(step) \(path)")
            #expect(result.status == 128 + SIGKILL, "\(step) \(result.output.suffix(1000))")
            #expect(try folder.text("c") == (step == .renamed ? "new text\n" : old), "\(step)")
            // A later write is not hindered by what was left.
            _ = try AtomicWriter(secondsSince1970: 0).replace(
                try FileSnapshot(reading: path),
                with: Array("later".utf8)
            )
            #expect(try folder.text("c") == "later")
        }
    }

    private func beKilled(_ told: String) throws {
        let words = told.split(separator: " ", maxSplits: 1).map(String.init)
        let writer = AtomicWriter(secondsSince1970: 0) { (reached: AtomicWriter.Step) throws(FileError) in
            if "\(reached)" == words[0] { kill(getpid(), SIGKILL) }
        }
        _ = try writer.replace(try FileSnapshot(reading: words[1]), with: Array("new text\n".utf8))
    }

    @Test func refusesAFolderItMayNotWriteTo() throws {
        if let path = OwnProcess.told {
            // Root has to become someone else for it.
            if geteuid() == 0 { seteuid(65_534) }
            let folderPath = (path as NSString).deletingLastPathComponent
            do throws(FileError) {
                _ = try AtomicWriter(secondsSince1970: 0).replace(try FileSnapshot(reading: path), with: [])
            } catch {
                exit(error == .permissionDenied(path: folderPath) ? 13 : 1)
            }
            return
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("c", old)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let result = try OwnProcess.run("AtomicWriterTests/refusesAFolder", telling: path)
        #expect(result.status == 13, "\(result.output.suffix(1000))")
        #expect(try folder.text("c") == old && folder.names == ["c"])
    }

    @Test func leavesTheFileWhenItMayNotGrow() throws {
        if let path = OwnProcess.told {
            signal(SIGXFSZ, SIG_IGN)
            let snapshot = try FileSnapshot(reading: path)
            var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do throws(FileError) {
                _ = try AtomicWriter(secondsSince1970: 0).replace(snapshot, with: Array(repeating: 0x61, count: 20_000))
            } catch {
                exit(error == .sizeLimit(path: snapshot.target) ? 27 : 1)
            }
            return
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("c", old)
        let result = try OwnProcess.run("AtomicWriterTests/leavesTheFileWhenItMayNotGrow", telling: path)
        #expect(result.status == 27, "\(result.output.suffix(1000))")
        #expect(try folder.text("c") == old && folder.names == ["c"])
    }

    @Test func letsOneOfTwoWritersWin() async throws {
        let folder = try TemporaryFolder()
        for round in 0..<20 {
            let path = try folder.write("c\(round)", old)
            let snapshot = try FileSnapshot(reading: path)
            let results = await withTaskGroup(of: Bool.self) { group in
                for text in ["first", "other"] {
                    group.addTask {
                        (try? AtomicWriter(secondsSince1970: 0).replace(snapshot, with: Array(text.utf8))) != nil
                    }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            let text = try folder.text("c\(round)")
            // The other is told that the file is in use, or that it changed.
            #expect(results.count { $0 } == 1 && ["first", "other"].contains(text), "\(results)")
        }
    }
}
