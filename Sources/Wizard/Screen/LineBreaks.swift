/// Where a line of Japanese may end: between any two characters, but for those that cling to their neighbour.
enum LineBreaks {
    /// Never at the beginning of a line (JIS X 4051): closing marks, small kana, the long vowel.
    private static let clingingToTheLeft = Set("、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…)]}:;,.!?%")
    /// Never at the end of a line.
    private static let clingingToTheRight = Set("（「『【〔〈《([{")

    /// What stays together, in order; a word without wide characters is one piece.
    static func pieces(of word: Substring) -> [Substring] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word] }
        var pieces: [Substring] = []
        var start = word.startIndex
        var previous: Character?
        for index in word.indices {
            let character = word[index]
            if let previous, mayBreak(between: previous, and: character) {
                pieces.append(word[start..<index])
                start = index
            }
            previous = character
        }
        pieces.append(word[start...])
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        guard DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2 else { return false }
        return !clingingToTheLeft.contains(right) && !clingingToTheRight.contains(left)
    }
}
