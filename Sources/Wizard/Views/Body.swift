import MirrorCore
import Texts

/// What stands in the middle of a screen, top to bottom, before it is known how much of it fits.
package struct Body: Equatable, Sendable {
    package let width: Int
    package private(set) var lines: [StyledLine] = []
    /// Where the cursor stands: line and column of the body.
    package var cursor: Point?

    package init(width: Int) { self.width = width }

    package mutating func add(_ line: StyledLine) { lines.append(line) }

    package mutating func add(_ text: String, _ style: StyleRole = .text, indent: Int = 0) {
        for part in wrapped(text, width: width - indent) {
            lines.append([Span(String(repeating: " ", count: indent)), Span(part, style)])
        }
    }

    /// Wraps with a marker before the first line: `→ type …`.
    package mutating func add(_ text: String, _ style: StyleRole, indent: Int, marker: String) {
        let hanging = indent + DisplayWidth.of(marker) + 1
        for (index, part) in wrapped(text, width: width - hanging).enumerated() {
            let lead =
                index == 0
                ? String(repeating: " ", count: indent) + marker + " " : String(repeating: " ", count: hanging)
            lines.append([Span(lead, style), Span(part, style)])
        }
    }

    package mutating func add(_ text: String, _ style: StyleRole? = nil, indent: Int = 0, mark: Mark) {
        add(text, style ?? mark.style, indent: indent, marker: mark.rawValue)
    }

    /// What is under way; without a frame it does not turn.
    package mutating func addRunning(_ text: String, frame: Int = 0) {
        add(text, .info, indent: 0, marker: spinner(frame))
    }

    /// A click on what was added since this line is about the same thing.
    package mutating func mark(from row: Int, _ target: ClickTarget) {
        for index in lines.indices.dropFirst(row) {
            lines[index] = lines[index].map { Span($0.text, $0.style, $0.target ?? target) }
        }
    }

    /// Puts a line between others; the cursor moves with what stands below.
    package mutating func insert(_ line: StyledLine, at row: Int) {
        lines.insert(line, at: min(row, lines.count))
        if let cursor, cursor.row >= row { self.cursor = Point(row: cursor.row + 1, column: cursor.column) }
    }

    /// A command line, to be copied. A word that no line can hold ends in dots: what is cut must not look whole.
    package mutating func add(_ command: ShellCommand, indent: Int = 2) {
        let room = width - indent
        let words = { fittingWithDots(printable($0), width: room - 4) }
        for line in command.lines(width: room, drawn: words, cells: DisplayWidth.of) {
            add([Span(String(repeating: " ", count: indent)), Span(line, .value)])
        }
    }

    /// Wraps a phrase. A command line at its end that does not fit behind the words has lines of its own, to be copied.
    package mutating func add(
        _ phrase: Phrase,
        _ texts: Catalogue,
        _ style: StyleRole,
        indent: Int,
        marker: String
    ) {
        let text = texts(phrase)
        let hanging = indent + DisplayWidth.of(marker) + 1
        guard let command = phrase.arguments["command"], text.hasSuffix(command),
            hanging + DisplayWidth.of(text) > width
        else { return add(text, style, indent: indent, marker: marker) }
        add(String(text.dropLast(command.count)), style, indent: indent, marker: marker)
        add(ShellCommand(shown: command), indent: hanging)
    }

    package mutating func add(
        _ phrase: Phrase,
        _ texts: Catalogue,
        _ style: StyleRole? = nil,
        indent: Int = 0,
        mark: Mark
    ) {
        add(phrase, texts, style ?? mark.style, indent: indent, marker: mark.rawValue)
    }

    package mutating func gap() {
        if lines.last.map({ !$0.isEmpty }) ?? false { lines.append([]) }
    }

    /// The line that the next `add` makes.
    package var nextLine: Int { lines.count }
}

extension Screen {
    /// Draws as much of a body as fits, scrolled so that its cursor is visible, and takes over the cursor.
    package mutating func draw(_ body: Body, in rect: Rect, scroll: Int? = nil) {
        guard rect.height > 0 else { return }
        let last = max(0, body.lines.count - rect.height)
        // A line of context above and below the cursor where there is room.
        let wanted = body.cursor.map { max(0, $0.row - rect.height + 3) } ?? 0
        let first = min(last, max(0, scroll ?? wanted))
        for (offset, line) in body.lines.dropFirst(first).prefix(rect.height).enumerated() {
            put(line, row: rect.row + offset, column: rect.column, limit: rect.width)
        }
        if first > 0 { put("↑", row: rect.row, column: rect.column + rect.width - 1, style: .hint) }
        if first < last {
            put("↓", row: rect.row + rect.height - 1, column: rect.column + rect.width - 1, style: .hint)
        }
        if let at = body.cursor, (first..<first + rect.height).contains(at.row) {
            cursor = Point(row: rect.row + at.row - first, column: rect.column + min(at.column, rect.width - 1))
        }
    }
}
