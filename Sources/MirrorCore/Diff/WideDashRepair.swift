/// The mistake of the vendor's own user-cluster sample, which operators paste:
///
///     -   caCertSecretRef:          - caCertSecretRef:
///         name: ca-1          ▶         name: ca-1
///       endpoint: https://…         endpoint: https://…
///
/// The blanks after the dash put the first key into the column of its children, and right of its siblings.
package enum WideDashRepair {
    /// The text with such dashes narrowed, when that is what makes it YAML; `nil` when it is YAML already or still not.
    package static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
        guard (try? readYAML(bytes)) == nil else { return nil }
        let source = SourceText(bytes)
        var lines: [Range<Int>] = []
        var at = source.start
        while at < source.bytes.count {
            let end = source.lineEnd(at)
            lines.append(at..<end)
            at = end
        }
        let splices = lines.indices.compactMap { narrowing(lines[$0], before: lines[($0 + 1)...], in: source) }
        guard !splices.isEmpty else { return nil }
        let result = source.finished(source.bytes.applying(splices))
        return (try? readYAML(result)) == nil ? nil : result
    }

    private static func narrowing(
        _ line: Range<Int>,
        before following: ArraySlice<Range<Int>>,
        in source: SourceText
    ) -> ByteSplice? {
        guard let dash = source.firstByte(ofLineAt: line.lowerBound), dash.byte == UInt8(ascii: "-"),
            let key = source.firstByte(ofLineAt: dash.offset + 1), key.offset > dash.offset + 2,
            endsInColon(line, source)
        else { return nil }
        let keyColumn = key.offset - line.lowerBound
        let siblingColumn = dash.offset - line.lowerBound + 2
        // Children in the key's own column, then a sibling that is left of it.
        var hasChildren = false
        for next in following {
            guard let first = source.firstByte(ofLineAt: next.lowerBound), first.byte != UInt8(ascii: "#") else {
                continue
            }
            let column = first.offset - next.lowerBound
            if column == keyColumn, first.byte != UInt8(ascii: "-") {
                hasChildren = true
            } else if column < keyColumn {
                guard hasChildren, column == siblingColumn else { return nil }
                return ByteSplice(range: (dash.offset + 2)..<key.offset, bytes: [])
            } else if !hasChildren {
                return nil
            }
        }
        return nil
    }

    /// `key:` with nothing after it but blanks.
    private static func endsInColon(_ line: Range<Int>, _ source: SourceText) -> Bool {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        return source.bytes[line].last { !blanks.contains($0) } == UInt8(ascii: ":")
    }
}
