/// A file's bytes as lines, ended by LF, CRLF or CR.
struct SourceText: Sendable {
    /// Always ends in a line end, unless empty.
    let bytes: [UInt8]
    /// What ends the file's first line; LF when there is none.
    let lineBreak: [UInt8]
    /// Whether the last line had no end; `finished` takes it away again.
    let lacksLastLineBreak: Bool
    /// Where the first line begins: after a byte order mark.
    let start: Int

    private static let lf = UInt8(ascii: "\n")
    private static let cr = UInt8(ascii: "\r")

    init(_ bytes: [UInt8]) {
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineBreak = Self.firstLineBreak(bytes)
        let last = bytes.last
        lacksLastLineBreak = bytes.count > start && last != Self.lf && last != Self.cr
        self.bytes = lacksLastLineBreak ? bytes + lineBreak : bytes
    }

    /// An edited text with its last line as the file had it.
    func finished(_ edited: [UInt8]) -> [UInt8] {
        guard lacksLastLineBreak, edited.suffix(lineBreak.count) == lineBreak[...] else { return edited }
        return Array(edited.dropLast(lineBreak.count))
    }

    private static func firstLineBreak(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 == lf || $0 == cr }) else { return [lf] }
        guard bytes[first] == cr else { return [lf] }
        return first + 1 < bytes.count && bytes[first + 1] == lf ? [cr, lf] : [cr]
    }

    /// Where the line that holds this offset begins.
    func lineStart(_ offset: Int) -> Int {
        var at = min(offset, bytes.count)
        while at > start, !isLineBreak(bytes[at - 1]) { at -= 1 }
        return at
    }

    /// Where the line that holds this offset ends, its line end included.
    func lineEnd(_ offset: Int) -> Int {
        var at = offset
        while at < bytes.count, !isLineBreak(bytes[at]) { at += 1 }
        guard at < bytes.count else { return at }
        return bytes[at] == Self.cr && at + 1 < bytes.count && bytes[at + 1] == Self.lf ? at + 2 : at + 1
    }

    /// Whether only blanks stand before this offset in its line.
    func beginsLine(_ offset: Int) -> Bool {
        bytes[min(lineStart(offset), offset)..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// Whether nothing but blanks and a comment follows in the line.
    func endsLine(_ offset: Int) -> Bool {
        let rest = bytes[offset..<lineEnd(offset)].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let first = rest.first else { return true }
        return isLineBreak(first) || first == UInt8(ascii: "#")
    }

    /// The first byte of the line that is not a blank; `nil` for an empty line.
    func firstByte(ofLineAt offset: Int) -> (offset: Int, byte: UInt8)? {
        var at = offset
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
        return at < bytes.count && !isLineBreak(bytes[at]) ? (at, bytes[at]) : nil
    }

    /// Bytes to replace. Of a layout that was never thought of, the places may come in another order.
    /// - Parameter line: what the error points at.
    func range(_ start: Int, _ end: Int, line: Int32) throws(ClusterConfigEditError) -> Range<Int> {
        guard start >= 0, start <= end, end <= bytes.count else { throw .unusualLayout(line: Int(line)) }
        return start..<end
    }

    /// From 1, of the line that holds this offset.
    func lineNumber(_ offset: Int) -> Int {
        var (line, at) = (1, lineEnd(start))
        while at <= offset, at < bytes.count {
            line += 1
            at = lineEnd(at)
        }
        return line
    }

    /// Lines with this file's line ends.
    func lines(_ lines: [String], indent: Int) -> [UInt8] {
        let margin = [UInt8](repeating: UInt8(ascii: " "), count: max(0, indent))
        return lines.flatMap { margin + Array($0.utf8) + lineBreak }
    }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == Self.lf || byte == Self.cr }
}
