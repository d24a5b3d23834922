/// Adds, removes and replaces whole `key: value` entries of a mapping, in block or flow style.
struct MappingEdit {
    let source: SourceText

    /// Where an entry goes in.
    enum Position {
        case after(YAMLEntry)
        /// After the last one, or before the first where a block scalar is last: a line after it could change it.
        case anywhere
    }

    func insert(
        lines: [String],
        flow: String,
        into mapping: YAMLNode,
        _ position: Position
    ) throws(ClusterConfigEditError) -> ByteSplice {
        guard let entries = mapping.entries, let first = entries.first, var last = entries.last else {
            throw .unusualLayout(line: Int(mapping.place.line))
        }
        if case .after(let entry) = position { last = entry }
        let end = last.value.place.range.upperBound
        if mapping.isFlow { return ByteSplice(range: end..<end, bytes: Array(", \(flow)".utf8)) }
        let indent = Int(first.keyPlace.column) - 1
        if case .anywhere = position, last.value.endsInBlockScalar {
            guard source.beginsLine(first.keyPlace.range.lowerBound) else {
                throw .unusualLayout(line: Int(first.keyPlace.line))
            }
            let at = source.lineStart(first.keyPlace.range.lowerBound)
            return ByteSplice(range: at..<at, bytes: source.lines(lines, indent: indent))
        }
        guard source.endsLine(end) else { throw .unusualLayout(line: Int(last.value.place.line)) }
        let at = source.lineEnd(end)
        return ByteSplice(range: at..<at, bytes: source.lines(lines, indent: indent))
    }

    /// The mapping must have another entry.
    func remove(_ entry: YAMLEntry, from mapping: YAMLNode) throws(ClusterConfigEditError) -> ByteSplice {
        let (start, end) = (entry.keyPlace.range.lowerBound, entry.value.place.range.upperBound)
        guard let entries = mapping.entries, let index = entries.firstIndex(where: { $0.keyPlace == entry.keyPlace })
        else {
            throw .unusualLayout(line: Int(entry.keyPlace.line))
        }
        let next = index + 1 < entries.count ? entries[index + 1].keyPlace.range.lowerBound : nil
        if mapping.isFlow {
            let before = index > 0 ? entries[index - 1].value.place.range.upperBound : nil
            return try removal(before ?? start, before == nil ? next ?? end : end, entry)
        }
        guard source.endsLine(end) else { throw .unusualLayout(line: Int(entry.keyPlace.line)) }
        if source.beginsLine(start) { return try removal(source.lineStart(start), source.lineEnd(end), entry) }
        // On the line of an item's dash: the next key moves up, unless comments stand between.
        guard let next, source.beginsLine(next) else { throw .unusualLayout(line: Int(entry.keyPlace.line)) }
        if source.lineStart(next) == source.lineEnd(end) { return try removal(start, next, entry) }
        return try removal(start, source.lineEnd(end) - source.lineBreak.count, entry)
    }

    /// Writes an entry anew where it stands; a comment at its end stays.
    func replace(
        _ entry: YAMLEntry,
        in mapping: YAMLNode,
        lines: [String],
        flow: String
    ) throws(ClusterConfigEditError) -> ByteSplice {
        let range = try source.range(
            entry.keyPlace.range.lowerBound,
            max(entry.keyPlace.range.upperBound, entry.value.place.range.upperBound),
            line: entry.keyPlace.line
        )
        if mapping.isFlow { return ByteSplice(range: range, bytes: Array(flow.utf8)) }
        guard source.endsLine(range.upperBound) else { throw .unusualLayout(line: Int(entry.keyPlace.line)) }
        let text = source.lines(lines, indent: Int(entry.keyPlace.column) - 1)
        return ByteSplice(
            range: range,
            bytes: Array(text.drop { $0 == UInt8(ascii: " ") }.dropLast(source.lineBreak.count))
        )
    }

    private func removal(_ start: Int, _ end: Int, _ entry: YAMLEntry) throws(ClusterConfigEditError) -> ByteSplice {
        ByteSplice(range: try source.range(start, end, line: entry.keyPlace.line), bytes: [])
    }
}

extension YAMLNode {
    /// Whether its last line is text of `|` or `>`, so that what follows could become part of it.
    var endsInBlockScalar: Bool {
        if isAlias || isFlow { return false }
        switch content {
        case .scalar(let scalar): return scalar.style == .literal || scalar.style == .folded
        case .sequence(let items): return items.last?.endsInBlockScalar ?? false
        case .mapping(let entries): return entries.last?.value.endsInBlockScalar ?? false
        }
    }
}
