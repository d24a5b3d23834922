/// Reads the part of TOML that texts are written in: tables, bare and quoted keys, strings on one line with the plain escapes.
/// Every command begins with it, and a reader of all of TOML would cost more than what most commands do.
struct PlainTexts {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    /// Each `section.key` and its text; `nil` when there is something else in it, which may be TOML all the same.
    static func read(_ source: String) -> [(key: String, text: String)]? {
        var source = source
        return source.withUTF8 { bytes in
            var reader = PlainTexts(bytes: bytes)
            return reader.readAll()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func readAll() -> [(key: String, text: String)]? {
        var prefix = ""
        var texts: [(key: String, text: String)] = []
        while skipToContent() {
            if bytes[at] == UInt8(ascii: "[") {
                at += 1
                guard let name = tableName(), next(is: UInt8(ascii: "]")) else { return nil }
                prefix = name + "."
            } else {
                guard let key = next(is: UInt8(ascii: "\"")) ? quoted() : bareKey() else { return nil }
                skipBlanks()
                guard next(is: UInt8(ascii: "=")) else { return nil }
                skipBlanks()
                guard next(is: UInt8(ascii: "\"")), let text = quoted() else { return nil }
                texts.append((prefix + key, text))
            }
            skipBlanks()
            guard at == bytes.count || bytes[at] == UInt8(ascii: "\n") else { return nil }
        }
        return texts
    }

    private mutating func skipBlanks() { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }

    /// Past empty lines and comments; `false` at the end.
    private mutating func skipToContent() -> Bool {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A: at += 1
            case UInt8(ascii: "#"): while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            default: return true
            }
        }
        return false
    }

    private mutating func next(is byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// `a`, `a.b`
    private mutating func tableName() -> String? {
        guard var name = bareKey() else { return nil }
        while next(is: UInt8(ascii: ".")) {
            guard let part = bareKey() else { return nil }
            name += "." + part
        }
        return name
    }

    private mutating func bareKey() -> String? {
        let start = at
        while at < bytes.count, isBare(bytes[at]) { at += 1 }
        return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// After the opening quote, up to and past the closing one.
    private mutating func quoted() -> String? {
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: bytes[start..<at - 1], as: UTF8.self)
            case UInt8(ascii: "\\"): return escaped(from: start)
            case 0x20...: at += 1
            default: return nil
            }
        }
        return nil
    }

    private mutating func escaped(from start: Int) -> String? {
        var text = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard at < bytes.count, let meant = Self.escapes[bytes[at]] else { return nil }
                text.append(meant)
                at += 1
            case 0x20...: text.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "t"): 0x09,
    ]
}
