import MirrorCore
import Texts

/// One line of editable text, scrolled sideways so that the cursor stays in view.
struct TextView {
    let text: String
    /// Characters before the cursor; `nil` without the focus.
    let cursor: Int?
    let width: Int
    let placeholder: String

    /// - Returns: the line, as wide as its field, and the cursor's column in it.
    func line(_ style: StyleRole) -> (StyledLine, Int) {
        guard width > 4 else { return ([], 0) }
        if text.isEmpty {
            let hint = fittingWithDots(placeholder, width: width - 2)
            // The focus is where the first character will stand.
            let mark = Span(" ", cursor == nil ? .placeholder : style)
            // A box as wide as what it takes, also where there are no colours.
            return ([mark, Span(hint, .placeholder), blank(after: hint + " ", .placeholder)], 0)
        }
        let characters = Array(printable(text))
        let at = min(cursor ?? 0, characters.count)
        // One cell stays free for the cursor behind the last character.
        var used = 0
        let before = characters[..<at].reversed().prefix { character in
            used += DisplayWidth.of(character)
            return used <= width - 1
        }
        let first = at - before.count
        // No character that is shown is narrower than nothing: more of them than cells are marks on others.
        let tail = String(characters[first...].prefix(width * 8))
        var shown = String(fitting(tail[...], width: width - 1))
        let column = cells(characters[first..<at])
        if first > 0 { shown = "…" + shown.dropFirst() }
        if first + shown.count < characters.count { shown = shown.dropLast() + "…" }
        return ([Span(shown, style), blank(after: shown, style)], column)
    }

    private func blank(after shown: String, _ style: StyleRole) -> Span {
        Span(String(repeating: " ", count: max(0, width - DisplayWidth.of(shown))), style)
    }

    private func cells(_ characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + DisplayWidth.of($1) }
    }
}
