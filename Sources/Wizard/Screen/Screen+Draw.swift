extension Screen {
    /// Writes spans one after the other; returns the column after them.
    @discardableResult
    package mutating func put(_ line: StyledLine, row: Int, column: Int, limit: Int? = nil) -> Int {
        var at = column
        for span in line {
            let left = limit.map { column + $0 - at }
            if let left, left <= 0 { break }
            let end = put(span.text, row: row, column: at, style: span.style, limit: left)
            if let target = span.target { note(target, row: row, columns: at..<max(at, end)) }
            at = end
        }
        return at
    }

    package mutating func fill(_ rect: Rect, _ style: StyleRole) {
        for row in max(0, rect.row)..<max(0, min(size.rows, rect.row + rect.height)) {
            put(String(repeating: " ", count: rect.width), row: row, column: rect.column, style: style)
        }
    }

    package mutating func rule(row: Int, style: StyleRole = .border) {
        put(String(repeating: "─", count: size.columns), row: row, column: 0, style: style)
    }

    /// A frame with its title in the upper edge.
    package mutating func box(_ rect: Rect, title: StyledLine = []) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let inner = String(repeating: "─", count: rect.width - 2)
        put("╭" + inner + "╮", row: rect.row, column: rect.column, style: .border)
        for row in rect.row + 1..<rect.row + rect.height - 1 {
            put("│", row: row, column: rect.column, style: .border)
            put("│", row: row, column: rect.column + rect.width - 1, style: .border)
        }
        put("╰" + inner + "╯", row: rect.row + rect.height - 1, column: rect.column, style: .border)
        guard !title.isEmpty else { return }
        put(
            [Span(" ", .border)] + title + [Span(" ", .border)],
            row: rect.row,
            column: rect.column + 1,
            limit: rect.width - 3
        )
    }
}
