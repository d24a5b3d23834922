import TestSupport
import Testing

@testable import MirrorCore

@Suite struct UnifiedDiffTests {
    /// Both ways: our text is `diff`'s, and `patch` makes the new file of the old one with it.
    private func check(_ old: [UInt8], _ new: [UInt8], in folder: TemporaryFolder, isExact: Bool, _ name: String)
        throws
    {
        try folder.write("old", old)
        try folder.write("new", new)
        let ours = UnifiedDiff(old: old, new: new).rendered(oldName: "old", newName: "new")
        if isExact {
            let arguments = ["-u", "--label", "old", "--label", "new", folder("old"), folder("new")]
            let theirs = try Tool.run("/usr/bin/diff", arguments).output
            #expect(String(decoding: ours, as: UTF8.self) == theirs, "\(name)")
        }
        try folder.write("ours.diff", ours)
        guard !ours.isEmpty else { return }
        let arguments = ["--binary", "-s", "-o", folder("made"), folder("old"), folder("ours.diff")]
        #expect(try Tool.run("/usr/bin/patch", arguments).status == 0, "\(name)")
        #expect(try folder.bytes("made") == new, "\(name)")
    }

    @Test func isWhatDiffPrints() throws {
        let folder = try TemporaryFolder()
        let table: [(String, String)] = [
            ("", "a\n"), ("a\n", ""), ("a\n", "a"), ("a", "a\n"), ("a", "b"), ("a\nb\n", "a\nx\nb\n"),
            ("a\r\nb\r\n", "a\nb\r\n"),
            ("a\na\na\n", "a\na\na\na\n"), ("x\ny\n\nz\n", "x\ny\n\ny\n\nz\n"), ("a\nb\nc\nd\n", "d\nc\nb\na\n"),
            ("a\n", "a\n"),
            ((1...40).map { "\($0)\n" }.joined(), (1...40).map { $0 % 9 == 0 ? "" : "\($0)\n" }.joined()),
        ]
        for (old, new) in table {
            try check(Array(old.utf8), Array(new.utf8), in: folder, isExact: true, "\(old) → \(new)")
        }
    }

    @Test func showsEditsOfRealFilesAsDiffDoes() throws {
        let folder = try TemporaryFolder()
        for file in try CorpusFile.all() where file.isYAML {
            let steps = CorpusEditTests.steps([], at: .header)[2...6]
            var bytes = file.bytes
            for step in steps {
                let mirrors = try #require(validate(step, for: .header).mirrors)
                let after = try ClusterConfigEditor.edit(bytes, place: .header, mirrors: mirrors)
                try check(bytes, after, in: folder, isExact: true, file.name)
                bytes = after
            }
        }
    }

    @Test func makesTheNewTextOfTheOldOne() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 5)
        for round in 0..<300 {
            let words = ["a", "b", "c", "dd", "", "e\r"].prefix(Int.random(in: 1...6, using: &random))
            func text() -> [UInt8] {
                let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    words.randomElement(using: &random) ?? ""
                }
                let end = Bool.random(using: &random) ? "\n" : ""
                return lines.isEmpty ? [] : Array((lines.joined(separator: "\n") + end).utf8)
            }
            let (old, new) = (text(), text())
            let diff = UnifiedDiff(old: old, new: new)
            #expect(applied(diff, to: old) == new, "round \(round)")
            if round % 10 == 0 { try check(old, new, in: folder, isExact: false, "round \(round)") }
        }
    }

    /// The hunks applied by the rules of the format.
    private func applied(_ diff: UnifiedDiff, to old: [UInt8]) -> [UInt8] {
        let lines = old.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        var result: [UInt8] = []
        var at = 0
        func copy(until end: Int) {
            while at < end {
                result += lines[at] + [0x0A]
                at += 1
            }
        }
        for hunk in diff.hunks {
            copy(until: hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1)
            for line in hunk.lines {
                if line.kind != .removed { result += line.bytes + (line.hasLineFeed ? [0x0A] : []) }
                if line.kind != .added { at += 1 }
            }
        }
        while at < lines.count {
            result += lines[at] + (at == lines.count - 1 ? [] : [0x0A])
            at += 1
        }
        return result
    }

    @Test func copesWithBigTextsWithoutLikeness() {
        let old = (0..<20_000).map { "\($0 % 700) x\n" }.joined()
        let new = (0..<20_000).map { "\(($0 * 7919) % 700) x\n" }.joined()
        let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8))
        #expect(applied(diff, to: Array(old.utf8)) == Array(new.utf8))
    }

    @Test func saysWhatAnApplyWouldDo() {
        let set = ChangeSet([
            FileChange(path: "a", before: nil, after: Array("x\n".utf8)),
            FileChange(path: "b", before: [0x61], after: [0x61]),
            FileChange(path: "c", before: [0x61], after: [0x62]),
        ])
        #expect(set.files.map(\.kind) == [.created, .unchanged, .updated])
        #expect(set.changes.map(\.path) == ["a", "c"])
        #expect(!set.isEmpty && ChangeSet([set.files[1]]).isEmpty)
        #expect(
            String(decoding: set.unifiedText, as: UTF8.self).hasPrefix(
                "--- /dev/null\n+++ a\n@@ -0,0 +1 @@\n+x\n--- c\n"
            )
        )
    }
}
