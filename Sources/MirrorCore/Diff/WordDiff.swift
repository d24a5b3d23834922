/// Which parts of a changed line differ from the line it stands for.
package enum WordDiff {
    /// A piece of a line, and whether the other line lacks it.
    package struct Piece: Equatable, Sendable {
        package let text: String
        package let isChanged: Bool
    }

    /// Pairs each run of removed lines with the added lines right after it, and marks what changed within a pair; lines
    /// without a partner, or with nothing in common, are changed as a whole.
    package static func pieces(of hunk: UnifiedDiff.Hunk) -> [[Piece]] {
        var result = hunk.lines.map { [Piece(text: $0.text, isChanged: $0.kind != .context)] }
        var index = 0
        while index < hunk.lines.count {
            let removed = run(of: .removed, in: hunk, from: index)
            let added = run(of: .added, in: hunk, from: removed.upperBound)
            for (left, right) in zip(removed, added) {
                (result[left], result[right]) = pieces(hunk.lines[left].text, hunk.lines[right].text)
            }
            index = max(index + 1, added.upperBound)
        }
        return result
    }

    private static func run(of kind: UnifiedDiff.Line.Kind, in hunk: UnifiedDiff.Hunk, from start: Int) -> Range<Int> {
        start..<(hunk.lines[start...].firstIndex { $0.kind != kind } ?? hunk.lines.count)
    }

    /// Two lines, word by word.
    package static func pieces(_ old: String, _ new: String) -> (old: [Piece], new: [Piece]) {
        let (oldWords, newWords) = (words(old), words(new))
        let matching = LineMatching(oldWords.map { ArraySlice($0.utf8) }, newWords.map { ArraySlice($0.utf8) })
        func hasText(_ word: Substring, _ isChanged: Bool) -> Bool {
            !isChanged && word.contains { $0.isLetter || $0.isNumber }
        }
        guard zip(oldWords, matching.removed).contains(where: hasText) else {
            return ([Piece(text: old, isChanged: true)], [Piece(text: new, isChanged: true)])
        }
        return (joined(oldWords, matching.removed), joined(newWords, matching.added))
    }

    /// Runs of letters and digits, runs of blanks, and every other character alone.
    private static func words(_ text: String) -> [Substring] {
        func kind(_ character: Character) -> Int {
            character.isLetter || character.isNumber || character == "_" ? 1 : character == " " ? 2 : 0
        }
        var words: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let kind0 = kind(text[start])
            var end = text.index(after: start)
            while kind0 != 0, end < text.endIndex, kind(text[end]) == kind0 { end = text.index(after: end) }
            words.append(text[start..<end])
            start = end
        }
        return words
    }

    private static func joined(_ words: [Substring], _ changed: [Bool]) -> [Piece] {
        var pieces: [Piece] = []
        for (word, isChanged) in zip(words, changed) {
            if let last = pieces.last, last.isChanged == isChanged {
                pieces[pieces.count - 1] = Piece(text: last.text + word, isChanged: isChanged)
            } else {
                pieces.append(Piece(text: String(word), isChanged: isChanged))
            }
        }
        return pieces
    }
}
