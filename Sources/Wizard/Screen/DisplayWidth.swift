/// How many cells a text takes on a terminal.
///
/// Cells are counted per scalar, as terminals and glibc's `wcwidth` do, because what is drawn holds no joiners: a ZWJ
/// family is its people side by side, and every terminal agrees on where the next character stands.
package enum DisplayWidth {
    /// The cells of one grapheme. A control character takes one: U+FFFD, or a blank for tab and line ends.
    package static func of(_ character: Character) -> Int {
        if isPlain(character) { return 1 }
        return drawable(character).reduce(0) { $0 + $1.width }
    }

    package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// 0 for combining marks and format characters, 2 for East Asian wide and emoji, else 1.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return 1
        // Hangul vowels and finals are drawn into the syllable before them.
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return WideCharacters.contains(scalar) ? 2 : 1
        }
    }

    /// What a terminal can be trusted to draw, cell by cell: one spacing character of width 1 or 2 each, with its marks.
    ///
    /// Joiners, variation selectors, skin tones and other format characters are dropped here and stay in the model.
    package static func drawable(_ character: Character) -> [(character: Character, width: Int)] {
        if isPlain(character) { return [(character, 1)] }
        var cells: [(character: Character, width: Int)] = []
        var piece = String.UnicodeScalarView()
        var pieceWidth = 0
        for scalar in character.unicodeScalars {
            switch role(of: scalar, followsBase: !piece.isEmpty) {
            case .dropped: continue
            case .mark:
                if !piece.isEmpty, piece.count < maximumScalars { piece.append(scalar) }
            case .base(let drawn, let width):
                if !piece.isEmpty { cells.append((Character(String(piece)), pieceWidth)) }
                piece = String.UnicodeScalarView([drawn])
                pieceWidth = width
            }
        }
        if !piece.isEmpty { cells.append((Character(String(piece)), pieceWidth)) }
        return cells
    }

    /// What curses keeps in one cell (`CCHARW_MAX`).
    private static let maximumScalars = 5

    private enum ScalarRole {
        case dropped, mark
        case base(Unicode.Scalar, width: Int)
    }

    private static func role(of scalar: Unicode.Scalar, followsBase: Bool) -> ScalarRole {
        switch scalar.value {
        // "\r\n" is one grapheme.
        case 0x0A where followsBase: return .dropped
        case 0x09, 0x0A, 0x0D: return .base(" ", width: 1)
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .dropped
        case 0x1F3FB...0x1F3FF where followsBase: return .dropped
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
            return .base("\u{FFFD}", width: 1)
        case .format where of(scalar) == 0: return .dropped
        default:
            let width = of(scalar)
            return width == 0 ? .mark : .base(scalar, width: width)
        }
    }

    /// Drawn as it is, in one cell: ASCII, Latin-1 and the lines of boxes, which are most of every screen.
    static func isPlain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return false
        }
        switch first.value {
        case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2500..<0x25FD: return true
        default: return false
        }
    }
}
