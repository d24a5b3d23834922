import Testing

@testable import MirrorCore

@Suite struct WordDiffTests {
    private func marked(_ pieces: [WordDiff.Piece]) -> String {
        pieces.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func marksTheWordsThatChanged() {
        let table = [
            (
                "- endpoint: https://a.lan:5000", "- endpoint: https://b.lan:5000/v2/ns",
                "- endpoint: https://[a].lan:5000",
                "- endpoint: https://[b].lan:5000[/v2/ns]"
            ),
            ("hosts: [a, b]", "hosts: [b]", "hosts: [[a, ]b]", "hosts: [b]"),
            ("same", "same", "same", "same"), ("abc", "xyz", "[abc]", "[xyz]"), ("- a", "- b", "[- a]", "[- b]"),
        ]
        for (old, new, oldMarked, newMarked) in table {
            let pieces = WordDiff.pieces(old, new)
            #expect(marked(pieces.old) == oldMarked && marked(pieces.new) == newMarked, "\(old) → \(new)")
        }
    }

    @Test func pairsRemovedLinesWithAddedOnes() {
        let diff = UnifiedDiff(old: Array("a: 1\nb: 2\nc: 3\n".utf8), new: Array("a: 1\nb: 4\nc: 5\nd: 6\n".utf8))
        let lines = diff.hunks.flatMap { WordDiff.pieces(of: $0) }.map(marked)
        #expect(lines == ["a: 1", "b: [2]", "c: [3]", "b: [4]", "c: [5]", "[d: 6]"])
        for (hunk, pieces) in diff.hunks.map({ ($0, WordDiff.pieces(of: $0)) }) {
            #expect(hunk.lines.map(\.text) == pieces.map { $0.map(\.text).joined() })
        }
    }
}
