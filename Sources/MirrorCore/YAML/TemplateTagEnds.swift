/// Where tags of a template end. Asked from left to right, all answers together cost one pass for each kind of mark: a text of
/// marks that nobody closes is not searched to its end for each of them.
struct TemplateTagEnds {
    private let bytes: [UInt8]
    /// What the last search found: the mark that is next from there on, or how far there is none.
    private struct Next {
        var end: Int?
        var nothingBefore = 0
    }

    private var values = Next()
    private var statements = Next()
    private var comments = Next()
    /// What closes each `{` of the line that was asked about last: the offset after it, or 0.
    private var closing: [Int32] = []
    private var line = 0..<0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// After the next `}}` of the same line.
    mutating func value(from start: Int) -> Int? {
        Self.find(UInt8(ascii: "}"), &values, in: bytes, from: start, acrossLines: false)
    }

    /// After the next `%}`.
    mutating func statement(from start: Int) -> Int? {
        Self.find(UInt8(ascii: "%"), &statements, in: bytes, from: start, acrossLines: true)
    }

    /// After the next `#}`.
    mutating func comment(from start: Int) -> Int? {
        Self.find(UInt8(ascii: "#"), &comments, in: bytes, from: start, acrossLines: true)
    }

    private static func find(
        _ first: UInt8,
        _ next: inout Next,
        in bytes: [UInt8],
        from start: Int,
        acrossLines: Bool
    ) -> Int? {
        switch next.end {
        case let end? where start + 2 <= end: return end
        case nil where start < next.nothingBefore: return nil
        default: break
        }
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == first, bytes[at + 1] == UInt8(ascii: "}") {
                next = Next(end: at + 2)
                return at + 2
            }
            if !acrossLines, bytes[at] == 0x0A { break }
            at += 1
        }
        next = Next(nothingBefore: at)
        return nil
    }

    /// After the `}` of the same line that closes the `{` at `open`.
    mutating func brace(of open: Int) -> Int? {
        if !line.contains(open) { match(open..<(bytes[open...].firstIndex(of: 0x0A) ?? bytes.endIndex)) }
        let end = closing[open - line.lowerBound]
        return end > 0 ? line.lowerBound + Int(end) : nil
    }

    private mutating func match(_ range: Range<Int>) {
        line = range
        closing = [Int32](repeating: 0, count: range.count)
        // Those that are open hold the place of the one around them, from 1.
        var innermost: Int32 = 0
        for (at, byte) in bytes[range].enumerated() {
            if byte == UInt8(ascii: "{") {
                closing[at] = innermost
                innermost = Int32(clamping: at + 1)
            } else if byte == UInt8(ascii: "}"), innermost > 0 {
                let open = Int(innermost) - 1
                innermost = closing[open]
                closing[open] = Int32(clamping: at + 1)
            }
        }
        while innermost > 0 {
            let open = Int(innermost) - 1
            innermost = closing[open]
            closing[open] = 0
        }
    }
}
