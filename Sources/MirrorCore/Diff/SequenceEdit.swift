/// What a list becomes, item by item.
enum SequenceElement {
    /// An item that stays, wherever it moves, with edits inside it.
    case kept(index: Int, edits: [ByteSplice])
    /// A new item: block lines that begin with `- `, not indented, and its spelling in flow style.
    case added(lines: [String], flow: String)
}

/// Rewrites a list so that items that stay keep their bytes, with the comments inside and right above them.
struct SequenceEdit {
    let source: SourceText

    /// - Parameter entry: the key whose value is the list; not an alias, at least one item before and after.
    func splices(_ entry: YAMLEntry, _ elements: [SequenceElement]) throws(ClusterConfigEditError) -> [ByteSplice] {
        let items = entry.value.items ?? []
        return entry.value.isFlow
            ? [try flow(entry, items, elements)] : [try block(entry, items, elements)]
    }

    /// Lines of an item: comments and blank lines above it, and its own.
    private struct Chunk {
        let gap: Range<Int>
        let item: Range<Int>
    }

    private func block(
        _ entry: YAMLEntry,
        _ items: [YAMLNode],
        _ elements: [SequenceElement]
    ) throws(ClusterConfigEditError) -> ByteSplice {
        let chunks = try chunks(entry, items)
        let indent = Int(entry.value.place.column) - 1
        var kept: Set<Int> = []
        for case .kept(let index, _) in elements { kept.insert(index) }
        // Comments above an item that goes stay where they are: above what comes next.
        var orphans = chunks.indices.filter { !kept.contains($0) }[...]
        var bytes: [UInt8] = []
        for element in elements {
            switch element {
            case .kept(let index, let edits):
                while let orphan = orphans.first, orphan < index {
                    bytes += source.bytes[chunks[orphan].gap]
                    orphans.removeFirst()
                }
                bytes += source.bytes[chunks[index].gap]
                bytes += source.bytes.applying(edits, in: chunks[index].item)
            case .added(let lines, _):
                bytes += source.lines(lines, indent: indent)
            }
        }
        for orphan in orphans { bytes += source.bytes[chunks[orphan].gap] }
        let start = chunks.first?.gap.lowerBound ?? 0
        let end = chunks.last?.item.upperBound ?? start
        return ByteSplice(range: try source.range(start, end, line: entry.keyPlace.line), bytes: bytes)
    }

    private func chunks(_ entry: YAMLEntry, _ items: [YAMLNode]) throws(ClusterConfigEditError) -> [Chunk] {
        var chunks: [Chunk] = []
        var at = source.lineEnd(entry.keyPlace.range.upperBound)
        for item in items {
            let gapStart = at
            // Only blank lines and comments stand between items.
            var dash = source.firstByte(ofLineAt: at)
            while at < source.bytes.count, dash == nil || dash?.byte == UInt8(ascii: "#") {
                at = source.lineEnd(at)
                dash = source.firstByte(ofLineAt: at)
            }
            guard dash?.byte == UInt8(ascii: "-"), source.endsLine(item.place.range.upperBound) else {
                throw .unusualLayout(line: Int(item.place.line))
            }
            let end = source.lineEnd(item.place.range.upperBound)
            guard end > at else { throw .unusualLayout(line: Int(item.place.line)) }
            chunks.append(Chunk(gap: gapStart..<at, item: at..<end))
            at = end
        }
        return chunks
    }

    private func flow(
        _ entry: YAMLEntry,
        _ items: [YAMLNode],
        _ elements: [SequenceElement]
    ) throws(ClusterConfigEditError) -> ByteSplice {
        let ranges = items.map(\.place.range)
        var bytes: [UInt8] = []
        for (position, element) in elements.enumerated() {
            switch element {
            case .kept(let index, let edits):
                if position > 0 {
                    let line = items[index].place.line
                    bytes +=
                        index > 0
                        ? source.bytes[
                            try source.range(ranges[index - 1].upperBound, ranges[index].lowerBound, line: line)
                        ] : [0x2C, 0x20]
                }
                bytes += source.bytes.applying(edits, in: ranges[index])
            case .added(_, let flow):
                if position > 0 { bytes += [0x2C, 0x20] }
                bytes += Array(flow.utf8)
            }
        }
        let start = ranges.first?.lowerBound ?? 0
        let end = ranges.last?.upperBound ?? start
        return ByteSplice(range: try source.range(start, end, line: entry.keyPlace.line), bytes: bytes)
    }
}
