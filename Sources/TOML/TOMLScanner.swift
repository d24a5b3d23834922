/// Reads bytes one after the other and knows where it is.
struct TOMLScanner {
    let bytes: [UInt8]
    private(set) var offset = 0
    /// The last place that was asked for; the next one is counted from here, so that all of them together cost one pass.
    private var known = TOMLPosition.start

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset >= bytes.count }

    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func peek(_ distance: Int) -> UInt8? {
        let at = offset + distance
        return at < bytes.count ? bytes[at] : nil
    }

    mutating func advance(_ count: Int = 1) { offset += count }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        offset += 1
        return true
    }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { buffer in
            guard offset + buffer.count <= bytes.count else { return false }
            for index in 0..<buffer.count where bytes[offset + index] != buffer[index] { return false }
            return true
        }
    }

    mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 { offset += 1 }
    }

    func text(from start: Int) -> String { String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self) }

    mutating func position() -> TOMLPosition { position(at: offset) }

    mutating func position(at target: Int) -> TOMLPosition {
        var (at, line, column) =
            target >= known.offset ? (known.offset, known.line, known.column) : (0, 1, 1)
        while at < min(target, bytes.count) {
            let byte = bytes[at]
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            at += 1
        }
        let position = TOMLPosition(offset: target, line: line, column: column)
        if target >= known.offset { known = position }
        return position
    }

    /// The character at a place as a message shows it; empty at the end.
    func character(at target: Int) -> String {
        guard target < bytes.count else { return "" }
        if bytes[target] == 0x0A || bytes[target] == 0x0D { return "" }
        var end = target + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - target < 4 { end += 1 }
        return String(decoding: bytes[target..<end], as: UTF8.self)
    }

    /// The first byte that does not belong to well-formed UTF-8 (RFC 3629).
    func firstInvalidUTF8() -> Int? {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                at += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch byte {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: length = 4
            default: return at
            }
            guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return at }
            for index in 2..<max(2, length) where bytes[at + index] & 0xC0 != 0x80 { return at }
            at += length
        }
        return nil
    }
}
