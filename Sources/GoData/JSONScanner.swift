/// Go's scanner of `encoding/json`: is it a document, and if not, where and in which words does Go say so?
///
/// Source: `encoding/json/scanner.go`. Levels are kept in a list, so depth costs no stack.
struct JSONScanner {
    let bytes: [UInt8]
    private(set) var at = 0
    private var levels: [Level] = []

    private enum Level { case object, array }

    private static let maximumDepth = 10_000

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads one value to its end; with `isStream` nothing is asked about what follows it.
    mutating func check(isStream: Bool) throws(JSONError) {
        var wantsValue = true
        while wantsValue || !levels.isEmpty {
            if wantsValue { try value() }
            wantsValue = try isAnotherWanted()
        }
        guard !isStream else { return }
        skipSpace()
        if at < bytes.count { throw invalid("after top-level value", .syntax(.nothing)) }
    }

    /// Begins a value; a container that is not empty stays open before its first value.
    private mutating func value() throws(JSONError) {
        while true {
            skipSpace()
            switch try peek() {
            case UInt8(ascii: "{"):
                try open(.object)
                skipSpace()
                if try peek() == UInt8(ascii: "}") { return }
                try key()
            case UInt8(ascii: "["):
                try open(.array)
                skipSpace()
                if try peek() == UInt8(ascii: "]") { return }
            case UInt8(ascii: "\""): return try string()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
            case UInt8(ascii: "t"): return try literal("true")
            case UInt8(ascii: "f"): return try literal("false")
            case UInt8(ascii: "n"): return try literal("null")
            default: throw invalid("looking for beginning of value", .syntax(.value))
            }
        }
    }

    /// After a value: closes what is closed; `true` before the next value of a container.
    private mutating func isAnotherWanted() throws(JSONError) -> Bool {
        while let level = levels.last {
            skipSpace()
            let byte = try peek()
            switch (level, byte) {
            case (.object, UInt8(ascii: "}")), (.array, UInt8(ascii: "]")):
                levels.removeLast()
                at += 1
            case (_, UInt8(ascii: ",")):
                at += 1
                if level == .object { try key() }
                return true
            case (.object, _): throw invalid("after object key:value pair")
            case (.array, _): throw invalid("after array element")
            }
        }
        return false
    }

    private mutating func open(_ level: Level) throws(JSONError) {
        levels.append(level)
        guard levels.count <= Self.maximumDepth else { throw invalid("exceeded max depth", .depth) }
        at += 1
    }

    private mutating func key() throws(JSONError) {
        skipSpace()
        guard try peek() == UInt8(ascii: "\"") else {
            throw invalid("looking for beginning of object key string", .syntax(.name))
        }
        try string()
        skipSpace()
        guard try peek() == UInt8(ascii: ":") else { throw invalid("after object key") }
        at += 1
    }

    private mutating func string() throws(JSONError) {
        at += 1
        while true {
            switch try peek() {
            case UInt8(ascii: "\""):
                at += 1
                return
            case UInt8(ascii: "\\"):
                at += 1
                try escape()
            case 0..<0x20: throw invalid("in string literal", .syntax(.string))
            default: at += 1
            }
        }
    }

    private mutating func escape() throws(JSONError) {
        let (code, digits) = ("in string escape code", "in \\u hexadecimal character escape")
        guard try peek(code) == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(try peek(code)) else { throw invalid(code) }
            at += 1
            return
        }
        at += 1
        for _ in 0..<4 {
            guard try peek(digits).isHexDigit else { throw invalid(digits) }
            at += 1
        }
    }

    private mutating func number() throws(JSONError) {
        let (whole, fraction, exponent) = (
            "in numeric literal", "after decimal point in numeric literal", "in exponent of numeric literal"
        )
        if try peek() == UInt8(ascii: "-") { at += 1 }
        guard try peek(whole).isDigit else { throw invalid(whole) }
        if try peek() == UInt8(ascii: "0") { at += 1 } else { skipDigits() }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            guard try peek(fraction).isDigit else { throw invalid(fraction) }
            skipDigits()
        }
        guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") else { return }
        at += 1
        if "+-".utf8.contains(try peek(exponent)) { at += 1 }
        guard try peek(exponent).isDigit else { throw invalid(exponent) }
        skipDigits()
    }

    private mutating func literal(_ word: String) throws(JSONError) {
        at += 1
        for byte in word.utf8.dropFirst() {
            let context = "in literal \(word) (expecting '\(Character(Unicode.Scalar(byte)))')"
            guard try peek(context) == byte else { throw invalid(context) }
            at += 1
        }
    }

    private mutating func skipDigits() {
        while at < bytes.count, bytes[at].isDigit { at += 1 }
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at].isJSONSpace { at += 1 }
    }

    /// - Parameter context: within a number, a word or an escape Go tells the end as a blank that does not belong there.
    private func peek(_ context: String? = nil) throws(JSONError) -> UInt8 {
        guard at < bytes.count else {
            let text = context.map { "invalid character ' ' \($0)" } ?? "unexpected end of JSON input"
            throw JSONError(.end, text, offset: at)
        }
        return bytes[at]
    }

    private func invalid(_ context: String, _ kind: JSONError.Kind = .syntax(.other)) -> JSONError {
        JSONError(kind, "invalid character \(Self.quoted(bytes[at])) \(context)", offset: at)
    }

    /// `quoteChar`: the byte as if it were a character.
    private static func quoted(_ byte: UInt8) -> String {
        let named: [UInt8: String] = [
            0x07: "\\a", 0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0B: "\\v", 0x0C: "\\f", 0x0D: "\\r", 0x27: "\\'",
            0x5C: "\\\\",
        ]
        if let name = named[byte] { return "'\(name)'" }
        switch byte {
        case 0x00..<0x20, 0x7F: return "'\\x\(hex(byte))'"
        case 0x80...0xA0, 0xAD: return "'\\u00\(hex(byte))'"
        default: return "'\(Character(Unicode.Scalar(byte)))'"
        }
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
    var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
