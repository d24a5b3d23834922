/// From bytes to values.
package enum JSONText {
    /// What is deeper is not looked at by anybody here.
    private static let deepest = 100

    /// - Throws: Go's reason for refusing the bytes.
    package static func value(_ bytes: [UInt8], isStream: Bool = false) throws(JSONError) -> JSONValue {
        var scanner = JSONScanner(bytes)
        try scanner.check(isStream: isStream)
        var builder = Builder(bytes: bytes[..<scanner.at])
        return builder.value(0)
    }

    /// The bytes are known to be a document.
    private struct Builder {
        let bytes: ArraySlice<UInt8>
        var at = 0

        init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        mutating func value(_ depth: Int) -> JSONValue {
            skipSpace()
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < JSONText.deepest else {
                    skipContainer()
                    return .tooDeep
                }
                return byte == UInt8(ascii: "{") ? .object(members(depth)) : .array(elements(depth))
            case UInt8(ascii: "\""): return .string(string())
            case UInt8(ascii: "t"): return word(4, .bool(true))
            case UInt8(ascii: "f"): return word(5, .bool(false))
            case UInt8(ascii: "n"): return word(4, .null)
            default:
                let start = at
                while at < bytes.endIndex, "+-.0123456789eE".utf8.contains(byte) { at += 1 }
                return .number(String(decoding: bytes[start..<at], as: UTF8.self))
            }
        }

        private var byte: UInt8 { at < bytes.endIndex ? bytes[at] : 0 }

        private mutating func members(_ depth: Int) -> [JSONMember] {
            var members: [JSONMember] = []
            at += 1
            while closes(UInt8(ascii: "}")) == false {
                let name = string()
                skipSpace()
                at += 1
                members.append(JSONMember(name, value(depth + 1)))
            }
            return members
        }

        private mutating func elements(_ depth: Int) -> [JSONValue] {
            var elements: [JSONValue] = []
            at += 1
            while closes(UInt8(ascii: "]")) == false { elements.append(value(depth + 1)) }
            return elements
        }

        /// Steps over the container's end, or over the comma before the next one.
        private mutating func closes(_ end: UInt8) -> Bool {
            skipSpace()
            if byte == UInt8(ascii: ",") {
                at += 1
                skipSpace()
            }
            guard byte == end || at >= bytes.endIndex else { return false }
            at += 1
            return true
        }

        private mutating func word(_ length: Int, _ value: JSONValue) -> JSONValue {
            at += length
            return value
        }

        private mutating func skipSpace() { while at < bytes.endIndex, byte.isJSONSpace { at += 1 } }

        private mutating func skipContainer() {
            var depth = 0
            repeat {
                switch byte {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: "\""):
                    _ = string()
                    continue
                default: break
                }
                at += 1
            } while depth > 0 && at < bytes.endIndex
        }

        private mutating func string() -> String {
            at += 1
            var text = String.UnicodeScalarView()
            var plain: [UInt8] = []
            while at < bytes.endIndex, byte != UInt8(ascii: "\"") {
                guard byte == UInt8(ascii: "\\") else {
                    plain.append(byte)
                    at += 1
                    continue
                }
                text.append(contentsOf: goCharacters(plain))
                plain = []
                at += 1
                text.append(escaped())
            }
            at += 1
            text.append(contentsOf: goCharacters(plain))
            return String(text)
        }

        private mutating func escaped() -> Unicode.Scalar {
            let names: [UInt8: Unicode.Scalar] = [
                0x62: "\u{08}", 0x66: "\u{0C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
            ]
            let name = byte
            at += 1
            guard name == UInt8(ascii: "u") else { return names[name] ?? Unicode.Scalar(name) }
            let unit = unit(at)
            at += 4
            guard (0xD800..<0xE000).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
            guard unit < 0xDC00, at + 6 <= bytes.endIndex, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            else { return "\u{FFFD}" }
            let second = self.unit(at + 2)
            guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
            at += 6
            return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
        }

        private func unit(_ start: Int) -> UInt32 {
            guard start + 4 <= bytes.endIndex else { return 0xFFFD }
            return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16) ?? 0xFFFD
        }
    }
}

/// Characters of UTF-8; each byte that belongs to none becomes U+FFFD, as in Go.
private func goCharacters(_ bytes: [UInt8]) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded): text.append(Unicode.UTF8.decode(encoded))
        case .error(let length): for _ in 0..<length { text.append("\u{FFFD}") }
        case .emptyInput: return text
        }
    }
}
