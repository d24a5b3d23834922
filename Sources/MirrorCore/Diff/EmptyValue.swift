/// A key that says nothing (`registryMirrors: []`, `nodeConfig:`) is filled with lines below it, and given back as it was
/// when they go. What it was is told by blanks at the end of its line, which mean nothing to YAML: one for the first
/// spelling, two for the second.
struct EmptyValue {
    private static let spellings = ["", "~", "null", "[]", "{}"].map { Array($0.utf8) }
    private static let blank = UInt8(ascii: " ")

    let source: SourceText
    /// After the colon.
    private let start: Int
    /// Of the key's line, without and with its line end.
    private let (contentEnd, lineEnd): (Int, Int)

    /// `nil` when the entry is laid out in another way than `key: value` in a block.
    init?(_ entry: YAMLEntry, in mapping: YAMLNode, source: SourceText) {
        guard !mapping.isFlow, !entry.value.isAlias, entry.value.properties.isEmpty else { return nil }
        self.source = source
        let bytes = source.bytes
        var colon = entry.keyPlace.range.upperBound
        while colon < bytes.count, bytes[colon] == Self.blank { colon += 1 }
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
        start = colon + 1
        lineEnd = source.lineEnd(start)
        var end = lineEnd
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        contentEnd = end
    }

    /// Puts lines below the key, already indented; `nil` when it could not be told afterwards what was there.
    func filled(_ value: YAMLNode, with lines: [UInt8]) -> [ByteSplice]? {
        let end = max(start, value.place.range.upperBound)
        guard end <= contentEnd, source.endsLine(end) else { return nil }
        let text = Array(source.bytes[start..<end].drop { $0 == Self.blank })
        guard let number = Self.spellings.firstIndex(of: text), !endsInBlank else { return nil }
        let mark = [UInt8](repeating: Self.blank, count: number + 1)
        return [
            ByteSplice(range: start..<end, bytes: []), ByteSplice(range: contentEnd..<contentEnd, bytes: mark),
            ByteSplice(range: lineEnd..<lineEnd, bytes: lines),
        ]
    }

    /// Takes the lines below the key away; `nil` when nothing tells that it stood there before.
    func emptied(_ value: YAMLNode) -> [ByteSplice]? {
        let end = value.place.range.upperBound
        let marks = source.bytes[start..<contentEnd].reversed().prefix { $0 == Self.blank }.count
        guard !value.isFlow, value.place.range.lowerBound >= lineEnd, source.endsLine(end),
            Self.spellings.indices.contains(marks - 1)
        else { return nil }
        let spelling = Self.spellings[marks - 1]
        return [
            ByteSplice(range: start..<start, bytes: spelling.isEmpty ? [] : [Self.blank] + spelling),
            ByteSplice(range: (contentEnd - marks)..<contentEnd, bytes: []),
            ByteSplice(range: lineEnd..<source.lineEnd(end), bytes: []),
        ]
    }

    private var endsInBlank: Bool {
        contentEnd > start && [Self.blank, UInt8(ascii: "\t")].contains(source.bytes[contentEnd - 1])
            && source.bytes[start..<contentEnd].contains { $0 != Self.blank && $0 != UInt8(ascii: "\t") }
    }
}
