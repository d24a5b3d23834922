import MirrorCore

/// One row of a change: a line to look at, in a block that can be folded, or outside of any.
struct DiffRow {
    enum Content {
        case line(StyledLine)
        case diff(DiffLine)
    }

    let content: Content
    let block: Int?
    /// The row that stays of a folded block.
    let isTitle: Bool

    init(_ line: StyledLine, block: Int? = nil, isTitle: Bool = false) {
        content = .line(line)
        self.block = block
        self.isTitle = isTitle
    }

    init(_ line: DiffLine, block: Int) {
        content = .diff(line)
        self.block = block
        isTitle = line.kind == .hunk
    }

    private init(_ content: Content, block: Int?, isTitle: Bool) {
        self.content = content
        self.block = block
        self.isTitle = isTitle
    }

    /// The same row behind so many other blocks.
    func shifted(by blocks: Int) -> DiffRow {
        DiffRow(content, block: block.map { $0 + blocks }, isTitle: isTitle)
    }

    var styled: StyledLine {
        switch content {
        case .line(let line): line
        case .diff(let line): line.styled
        }
    }

    /// What a search looks through.
    var text: String {
        switch content {
        case .line(let line): line.map(\.text).joined()
        case .diff(let line): line.text
        }
    }
}

/// The rows of a tab, and those of them that are to be seen.
struct DiffRows {
    let rows: [DiffRow]
    /// Indices into `rows`.
    let visible: [Int]

    init(_ rows: [DiffRow], folded: Set<Int>) {
        self.rows = rows
        visible = rows.indices.filter { index in
            let row = rows[index]
            return row.isTitle || row.block.map { !folded.contains($0) } ?? true
        }
    }

    /// Indices of the rows that begin a block.
    var titles: [Int] { rows.indices.filter { rows[$0].isTitle } }

    /// The visible row at an index, or the nearest before it.
    func nearest(_ row: Int) -> Int { visible.last { $0 <= row } ?? visible.first ?? 0 }

    /// Rows that hold a text, whatever its letter case.
    func matches(_ query: String) -> [Int] {
        guard !query.isEmpty else { return [] }
        let query = query.lowercased()
        return rows.indices.filter { rows[$0].text.lowercased().contains(query) }
    }

    func count(in block: Int) -> Int { rows.count { $0.block == block && !$0.isTitle } }
}
