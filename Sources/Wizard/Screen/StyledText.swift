import MirrorCore

/// A run of text in one role. A login in an address is never on the screen, whoever put it into the text.
package struct Span: Equatable, Sendable {
    package var text: String
    package var style: StyleRole
    /// What a click on it is about.
    package var target: ClickTarget?

    package init(_ text: String, _ style: StyleRole = .text, _ target: ClickTarget? = nil) {
        self.text = URLLogin.masked(text)
        self.style = style
        self.target = target
    }
}

/// What a place of the screen stands for, where a click can mean something.
package enum ClickTarget: Equatable, Sendable {
    /// Index among the step's fields.
    case field(Int)
    /// A row of the list that the page or the question shows.
    case row(Int)
    case tab(Int)
    case step(StepID)
    case key(Key)
}

package typealias StyledLine = [Span]

extension StyledLine {
    package var width: Int { reduce(0) { $0 + DisplayWidth.of($1.text) } }
}

/// Breaks text into lines of at most `width` cells: at blanks, and between East Asian characters; a longer piece is cut.
/// A login in an address is hidden before that, or a line could end within it.
package func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let text = URLLogin.masked(text)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
        for (index, piece) in LineBreaks.pieces(of: word).enumerated() {
            let gap = index == 0 && used > 0 ? " " : ""
            let pieceWidth = DisplayWidth.of(String(piece))
            if used + gap.count + pieceWidth <= width {
                line += gap + piece
                used += gap.count + pieceWidth
                continue
            }
            if used > 0 { lines.append(line) }
            var rest = piece
            while DisplayWidth.of(String(rest)) > width {
                let head = fitting(rest, width: width)
                guard head.endIndex < rest.endIndex else { break }
                lines.append(String(head))
                rest = rest[head.endIndex...]
            }
            line = String(rest)
            used = DisplayWidth.of(line)
        }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}

/// The longest beginning of `text` that fits; at least one character, so that a caller gets on.
func fitting(_ text: Substring, width: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
        used += DisplayWidth.of(text[end])
        if used > width, end > text.startIndex { break }
        end = text.index(after: end)
    }
    return text[..<end]
}

extension String {
    /// A number or a time, at the right end of its column.
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

/// Text cut at its end with `…`.
package func fittingWithDots(_ text: String, width: Int) -> String {
    let text = URLLogin.masked(text)
    return DisplayWidth.of(text) <= width ? text : String(fitting(text[...], width: max(1, width - 1))) + "…"
}

/// Text cut in the middle or at the front with `…`, so that the end (a file's name) stays visible.
func shortenedAtFront(_ text: String, width: Int) -> String {
    let text = URLLogin.masked(text)
    guard DisplayWidth.of(text) > width, width > 1 else { return text }
    var used = 0
    let tail = text.reversed().prefix { character in
        used += DisplayWidth.of(character)
        return used <= width - 1
    }
    return "…" + String(tail.reversed())
}
