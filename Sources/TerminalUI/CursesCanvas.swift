import CNcurses
import Wizard

/// Writes a whole screen into curses, which sends the difference to the one before.
struct CursesCanvas {
    private let pairs: ColorPairs
    private let isUTF8: Bool

    init(theme: Theme, support: ColorSupport, isUTF8: Bool) {
        self.isUTF8 = isUTF8
        pairs = ColorPairs(theme: theme, support: support) { pair, foreground, background in
            mir_define_pair(pair, foreground, background) == 0
        }
    }

    func draw(_ screen: Screen) {
        var text: [wchar_t] = []
        for row in 0..<screen.size.rows {
            for column in 0..<screen.size.columns {
                let cell = screen[row, column]
                // Its left half draws it.
                guard !cell.isContinuation else { continue }
                let style = pairs[cell.style]
                let isWide = column + 1 < screen.size.columns && screen[row, column + 1].isContinuation
                encode(cell.character, isWide: isWide, into: &text)
                mir_put(Int32(row), Int32(column), text, style.attributes, style.pair)
                // A stand-in is narrow.
                if isWide, mir_wcwidth(text[0]) == 1 {
                    mir_put(Int32(row), Int32(column + 1), [0x20, 0], style.attributes, style.pair)
                }
            }
        }
        mir_flush(Int32(screen.cursor?.row ?? -1), Int32(screen.cursor?.column ?? 0))
    }

    /// The cell's text, ended by 0; what curses would count otherwise than the screen does is replaced, because it would
    /// tear the rest of the line.
    private func encode(_ character: Character, isWide: Bool, into text: inout [wchar_t]) {
        text.removeAll(keepingCapacity: true)
        for scalar in character.unicodeScalars { text.append(wchar_t(bitPattern: scalar.value)) }
        let width = isWide ? 2 : 1
        let isDrawable =
            mir_wcwidth(text[0]) == Int32(width) && text.dropFirst().allSatisfy { mir_wcwidth($0) == 0 }
        if !isDrawable { text = [isUTF8 ? 0xFFFD : wchar_t(bitPattern: Self.asciiStandIn(character).value)] }
        text.append(0)
    }

    /// For a character set without line drawing.
    private static func asciiStandIn(_ character: Character) -> Unicode.Scalar {
        switch character {
        case "─", "━", "═", "–", "—": "-"
        case "│", "┃", "║", "▏", "▌": "|"
        case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╰", "╯": "+"
        case "▸", "▶", "→", "›", "»": ">"
        case "◀", "←", "‹", "«": "<"
        case "↑", "⇧": "^"
        case "↓": "v"
        case "↕", "┆": "|"
        case "◐", "◓", "◑", "◒", "○", "●": "o"
        case "“", "”", "„", "″": "\""
        case "‘", "’", "′": "'"
        case "✓", "✔": "v"
        case "✗", "✘", "×": "x"
        case "·", "•", "…": "."
        case "█", "▓": "#"
        default: "?"
        }
    }
}
