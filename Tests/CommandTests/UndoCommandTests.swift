import Foundation
import TestSupport
import Testing

/// `apply --undo`: the backup's bytes, apply by apply.
@Suite struct UndoCommandTests {
    private func apply(_ file: String, _ endpoint: String) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, ["apply", "--yes", "--cluster-config", file, "--endpoint", endpoint])
    }

    private func undo(_ file: String) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, ["apply", "--undo", file, "--yes"])
    }

    private func backups(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".bak-") }
    }

    @Test func eachUndoTakesBackOneApplyByteForByte() throws {
        let folder = try TemporaryFolder()
        // CRLF, a comment and no last newline: bytes that a rewrite would lose.
        let first = Array(EditCommandTests.admin.replacingOccurrences(of: "\n", with: "\r\n").dropLast(2).utf8)
        let file = try folder.write("a.yaml", first)
        var states = [first]
        // The same text again and again, within one second: names and times must not be mixed up.
        for endpoint in ["https://a", "https://b", "https://a", "https://b"] {
            #expect(try apply(file, endpoint).status == 0)
            states.append(try folder.bytes("a.yaml"))
        }
        #expect(Set(states).count == 3)
        for state in states.dropLast().reversed() {
            let undone = try undo(file)
            #expect(undone.status == 0, "\(undone.errors)")
            #expect(try folder.bytes("a.yaml") == state)
        }
        #expect(try backups(folder) == [])
        // What was undone is kept, and is no backup.
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".undone-") }
        #expect(kept.count == 4)
        let more = try undo(file)
        #expect(more.status == 66)
        #expect(try folder.bytes("a.yaml") == first)
    }

    @Test func aFileThatChangedSinceIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", EditCommandTests.admin)
        #expect(try apply(file, "https://a").status == 0)
        let changed = try folder.bytes("a.yaml") + Array("# by hand\n".utf8)
        try folder.write("a.yaml", changed)
        let undone = try undo(file)
        #expect(undone.status == 75)
        #expect(undone.errors.contains(".bak-"))
        #expect(try folder.bytes("a.yaml") == changed)
        #expect(try backups(folder).count == 1)
    }

    @Test func itAsksAndKeepsModeAndLink() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", EditCommandTests.admin)
        chmod(file, 0o640)
        let link = folder.path + "/link.yaml"
        symlink(file, link)
        #expect(try apply(link, "https://a").status == 0)
        // Nobody can be asked here.
        #expect(try Tool.run(Tool.mirrorctl, ["apply", "--undo", link]).status == 64)
        #expect(try undo(link).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == EditCommandTests.admin)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    }

    @Test func withoutABackupThereIsNothingToUndo() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", EditCommandTests.admin)
        #expect(try undo(file).status == 66)
        #expect(try undo(folder.path + "/none.yaml").status == 66)
        // A file that only looks like one.
        _ = try folder.write("a.yaml.bak-mine", "x")
        #expect(try undo(file).status == 66)
    }
}
