/// One cell of a screen: a grapheme, or the continuation of the wide one to its left.
package struct Cell: Equatable, Sendable {
    package var character: Character
    package var style: StyleRole
    package var isContinuation: Bool

    package init(_ character: Character, _ style: StyleRole, isContinuation: Bool = false) {
        self.character = character
        self.style = style
        self.isContinuation = isContinuation
    }

    package static let blank = Cell(" ", .text)
}

/// A whole screen as a value: what a view returns, what a golden test compares, what the terminal draws.
package struct Screen: Equatable, Sendable {
    package let size: Size
    /// Row by row, `size.columns * size.rows` of them.
    package private(set) var cells: [Cell]
    /// What a click is about, the latest drawn last.
    private var targets: [(row: Int, columns: Range<Int>, target: ClickTarget)] = []
    /// Where the cursor stands: on the focused item; `nil` hides it.
    package var cursor: Point?

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    package static func == (left: Screen, right: Screen) -> Bool {
        left.size == right.size && left.cursor == right.cursor && left.cells == right.cells
    }

    package func target(row: Int, column: Int) -> ClickTarget? {
        targets.last { $0.row == row && $0.columns.contains(column) }?.target
    }

    mutating func note(_ target: ClickTarget, row: Int, columns: Range<Int>) {
        if !columns.isEmpty { targets.append((row, columns, target)) }
    }

    package subscript(row: Int, column: Int) -> Cell {
        get { cells[row * size.columns + column] }
        set { cells[row * size.columns + column] = newValue }
    }

    /// Writes text from `column` on, cut at `limit` columns (default: the row's end); control characters are replaced.
    ///
    /// - Returns: the column after the last cell written.
    @discardableResult
    package mutating func put(
        _ text: String,
        row: Int,
        column: Int,
        style: StyleRole,
        limit: Int? = nil
    ) -> Int {
        guard row >= 0, row < size.rows else { return column }
        let end = min(size.columns, limit.map { column + $0 } ?? size.columns)
        var at = column
        for character in text {
            if DisplayWidth.isPlain(character) {
                guard at < end else { return at }
                if at >= 0 { place(character, width: 1, row: row, column: at, style: style) }
                at += 1
                continue
            }
            for cell in DisplayWidth.drawable(character) {
                guard at + cell.width <= end else { return at }
                if at >= 0 { place(cell.character, width: cell.width, row: row, column: at, style: style) }
                at += cell.width
            }
        }
        return at
    }

    private mutating func place(_ character: Character, width: Int, row: Int, column: Int, style: StyleRole) {
        // A half of a wide character must not stay behind.
        if self[row, column].isContinuation, column > 0 { self[row, column - 1].character = " " }
        let next = column + width
        if next < size.columns, self[row, next].isContinuation { self[row, next] = Cell(" ", self[row, next].style) }
        self[row, column] = Cell(character, style)
        if width == 2 { self[row, column + 1] = Cell(" ", style, isContinuation: true) }
    }

    /// The text of a row as a person sees it, trailing blanks cut.
    package func line(_ row: Int) -> String {
        var text = ""
        for column in 0..<size.columns where !self[row, column].isContinuation {
            text.append(self[row, column].character)
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}
