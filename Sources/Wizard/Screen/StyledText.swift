/// A run of text in one role.
package struct Span: Equatable, Sendable {
    package var text: String
    package var style: StyleRole

    package init(_ text: String, _ style: StyleRole = .text) {
        self.text = text
        self.style = style
    }
}

package typealias StyledLine = [Span]

extension StyledLine {
    package var width: Int { reduce(0) { $0 + DisplayWidth.of($1.text) } }
}

/// Breaks text at blanks into lines of at most `width` cells; a longer word is cut.
package func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
        var rest = word
        while !rest.isEmpty {
            let wordWidth = DisplayWidth.of(String(rest))
            if used > 0, used + 1 + wordWidth <= width {
                line += " " + rest
                used += 1 + wordWidth
                break
            }
            if used > 0 {
                lines.append(line)
                line = ""
                used = 0
            }
            if wordWidth <= width {
                line = String(rest)
                used = wordWidth
                break
            }
            let head = fitting(rest, width: width)
            lines.append(String(head))
            rest = rest[head.endIndex...]
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

/// Text cut in the middle or at the front with `…`, so that the end (a file's name) stays visible.
func shortenedAtFront(_ text: String, width: Int) -> String {
    guard DisplayWidth.of(text) > width, width > 1 else { return text }
    var tail = text[...]
    while DisplayWidth.of(String(tail)) > width - 1 { tail = tail.dropFirst() }
    return "…" + tail
}
