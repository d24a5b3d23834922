/// Adds a header document to a file that has none, and takes one away that holds nothing but mirrors.
struct HeaderDocumentEdit {
    let source: SourceText
    let documents: [YAMLDocument]

    private var marker: [String] { ["---"] }

    func create(_ lines: [String]) throws(ClusterConfigEditError) -> ByteSplice {
        guard let first = documents.first else {
            return ByteSplice(range: source.bytes.count..<source.bytes.count, bytes: source.lines(lines, indent: 0))
        }
        guard !first.hasDirectives else { throw .directives }
        if let marker = first.marker {
            let at = source.lineStart(marker)
            return ByteSplice(range: at..<at, bytes: source.lines(lines, indent: 0))
        }
        let at = commentsStart(above: source.lineStart(first.root.place.range.lowerBound))
        return ByteSplice(range: at..<at, bytes: source.lines(marker + lines + marker, indent: 0))
    }

    /// A comment right above the first document's text belongs to that text.
    private func commentsStart(above offset: Int) -> Int {
        var at = offset
        while at > source.start {
            let line = source.lineStart(at - 1 - (endsInCRLF(at) ? 1 : 0))
            guard source.firstByte(ofLineAt: line)?.byte == UInt8(ascii: "#") else { break }
            at = line
        }
        return at
    }

    private func endsInCRLF(_ offset: Int) -> Bool {
        offset >= 2 && source.bytes[offset - 1] == UInt8(ascii: "\n") && source.bytes[offset - 2] == UInt8(ascii: "\r")
    }

    /// Takes a document away that would be empty, with the `---` that only it needs.
    func remove(_ root: YAMLNode) throws(ClusterConfigEditError) -> ByteSplice {
        guard let index = documents.firstIndex(where: { $0.root.place == root.place }), !root.isFlow,
            source.beginsLine(root.place.range.lowerBound), source.endsLine(root.place.range.upperBound)
        else { throw .unusualLayout(line: Int(root.place.line)) }
        var start = source.lineStart(root.place.range.lowerBound)
        var end = source.lineEnd(root.place.range.upperBound)
        guard documents[index].endMarker == nil, let marker = documents[index].marker, !documents[index].hasDirectives,
            source.lineEnd(marker) == start, isBare(marker)
        else { return try removal(start, end, root) }
        let next = index + 1 < documents.count ? documents[index + 1].marker : nil
        if index == 0 {
            // As `create` wrote it: both markers are the header's.
            guard let next, next == end, isBare(next), !documents[1].root.isNull else {
                return try removal(start, end, root)
            }
            end = source.lineEnd(next)
        }
        start = source.lineStart(marker)
        return try removal(start, end, root)
    }

    private func removal(_ start: Int, _ end: Int, _ root: YAMLNode) throws(ClusterConfigEditError) -> ByteSplice {
        ByteSplice(range: try source.range(start, end, line: root.place.line), bytes: [])
    }

    /// Whether a marker stands alone in its line.
    private func isBare(_ marker: Int) -> Bool {
        source.lineEnd(marker) == marker + 3 + source.lineBreak.count
    }
}
