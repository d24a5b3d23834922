import MirrorCore
import Texts

/// A window of a change's rows around the one with the cursor, and a line that says where it is and which keys work.
struct DiffPane {
    let state: WizardState
    let texts: Catalogue
    let tab: ReviewTab
    /// The row with the cursor is the first; else it is in the middle where there is room on both sides.
    var isAnchoredAtTop = false

    /// Adds exactly `height` lines.
    func add(to body: inout Body, height: Int, takesCursor: Bool = true) {
        let width = body.width
        let rows = DiffRows(tab.rows(state, texts, width: width), folded: state.mirrors.diffView.folded)
        let at = rows.nearest(state.mirrors.diffView.row)
        let room = max(1, height - 1)
        let first = body.lines.count
        let (lines, cursor) = window(rows, at: at, room: room, width: width)
        for line in lines { body.add(line) }
        for _ in lines.count..<max(lines.count, room) { body.add([]) }
        if takesCursor { body.cursor = Point(row: first + cursor, column: 0) }
        if let typed = state.mirrors.diffView.typing {
            body.cursor = Point(row: body.lines.count, column: 1 + DisplayWidth.of(printable(typed)))
        }
        if height > 1 { body.add(status(rows, at: at, width: width)) }
    }

    /// A long row takes several lines.
    private func window(_ rows: DiffRows, at: Int, room: Int, width: Int) -> (lines: [StyledLine], cursor: Int) {
        guard let index = rows.visible.firstIndex(of: at) else { return ([], 0) }
        func lines(_ position: Int) -> [StyledLine] {
            line(rows, rows.visible[position], isCurrent: position == index).chunks(width: width)
        }
        var shown = lines(index)
        var (above, below) = (index - 1, index + 1)
        var cursor = 0
        let middle = isAnchoredAtTop ? 0 : room / 2
        while shown.count < room, above >= 0 || below < rows.visible.count {
            let isShortAbove = cursor < middle || below >= rows.visible.count
            if above >= 0, isShortAbove {
                let more = lines(above)
                shown = more + shown
                cursor += more.count
                above -= 1
            } else if below < rows.visible.count {
                shown += lines(below)
                below += 1
            } else {
                break
            }
        }
        let excess = max(0, shown.count - room)
        // What is too much goes from the side that the cursor is not on.
        let fromTop = min(excess, max(0, cursor - middle))
        return (Array(shown.dropFirst(fromTop).prefix(room)), max(0, cursor - fromTop))
    }

    private func line(_ rows: DiffRows, _ index: Int, isCurrent: Bool) -> StyledLine {
        let row = rows.rows[index]
        var line = row.styled
        if let block = row.block, row.isTitle {
            let isFolded = state.mirrors.diffView.folded.contains(block)
            line = [Span(isFolded ? "▸ " : "▾ ", .key)] + line
            if isFolded { line.append(Span("  " + texts("diff.folded", ["count": "\(rows.count(in: block))"]), .hint)) }
        }
        if isCurrent, row.isTitle { line = line.map { Span($0.text, .selected) } }
        return line.marking(state.mirrors.diffView.query)
    }

    /// `12/340 · part 2/5` and the keys; or the search as it is typed.
    private func status(_ rows: DiffRows, at: Int, width: Int) -> StyledLine {
        if let typed = state.mirrors.diffView.typing {
            return [
                Span("/", .key), Span(printable(typed) + " ", .focus), Span("  ", .text),
                Span("Enter", .key), Span(" \(texts("key.find"))  ", .hint), Span("Esc", .key),
                Span(" \(texts("key.cancel"))", .hint),
            ]
        }
        var line: StyledLine = [Span(position(rows, at: at), .hint)]
        var used = line.width
        for (key, name) in keys(rows) {
            let text = texts("key.\(name)")
            let more = DisplayWidth.of(key) + DisplayWidth.of(text) + 3
            guard used + more <= width else { break }
            line += [Span("  " + key, .key), Span(" " + text, .hint)]
            used += more
        }
        return line
    }

    private func position(_ rows: DiffRows, at: Int) -> String {
        guard !rows.visible.isEmpty else { return "" }
        let number = (rows.visible.firstIndex(of: at) ?? 0) + 1
        var text = "\(number)/\(rows.visible.count)"
        let titles = rows.titles
        let part = titles.count { $0 <= at }
        // Above the first part one is in none.
        if part > 0 { text += " · " + texts("diff.part", ["number": "\(part)", "count": "\(titles.count)"]) }
        let matches = rows.matches(state.mirrors.diffView.query)
        if !state.mirrors.diffView.query.isEmpty {
            let number = matches.firstIndex(of: at).map { $0 + 1 } ?? 0
            text += " · /\(printable(state.mirrors.diffView.query)) \(number)/\(matches.count)"
        }
        return text
    }

    private func keys(_ rows: DiffRows) -> [(String, String)] {
        let parts: [(String, String)] = rows.titles.isEmpty ? [] : [("[ ]", "part"), ("z", "fold"), ("Z", "foldAll")]
        return parts + [("/", "search")] + (state.mirrors.diffView.query.isEmpty ? [] : [("n N", "again")])
    }
}

extension StyledLine {
    /// The same cut into lines of at most `width` cells, blanks kept.
    func chunks(width: Int) -> [StyledLine] {
        guard self.width > width, width > 4 else { return [self] }
        var lines: [StyledLine] = []
        var line: StyledLine = []
        var used = 0
        for span in self {
            var rest = span.text[...]
            while !rest.isEmpty {
                if used >= width - 1 {
                    lines.append(line)
                    line = [Span("  ", .text)]
                    used = 2
                }
                let head = fitting(rest, width: width - used)
                line.append(Span(String(head), span.style))
                used += DisplayWidth.of(String(head))
                rest = rest[head.endIndex...]
            }
        }
        return lines + [line]
    }

    /// With each place that holds this text marked, whatever its letter case.
    func marking(_ query: String) -> StyledLine {
        guard !query.isEmpty else { return self }
        let query = query.lowercased()
        return flatMap { span -> StyledLine in
            var result: StyledLine = []
            var rest = span.text[...]
            while let found = rest.range(ofLowercased: query) {
                if found.lowerBound > rest.startIndex {
                    result.append(Span(String(rest[..<found.lowerBound]), span.style))
                }
                result.append(Span(String(rest[found]), .focus))
                rest = rest[found.upperBound...]
            }
            if !rest.isEmpty || result.isEmpty { result.append(Span(String(rest), span.style)) }
            return result
        }
    }
}

extension Substring {
    /// The first place that is this text but for its letter case.
    fileprivate func range(ofLowercased query: String) -> Range<Index>? {
        let length = query.count
        var start = startIndex
        while let end = index(start, offsetBy: length, limitedBy: endIndex) {
            if self[start..<end].lowercased() == query { return start..<end }
            guard start < endIndex else { return nil }
            start = index(after: start)
        }
        return nil
    }
}
