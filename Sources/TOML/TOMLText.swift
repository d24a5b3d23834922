/// TOML as it is written: quoting for those who render files.
package enum TOMLText {
    /// `"…"` with every character escaped that must be.
    package static func basicString(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{8}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{C}": result += "\\f"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// `["a", "b"]`
    package static func array(_ items: [String]) -> String {
        "[" + items.map(basicString).joined(separator: ", ") + "]"
    }

    /// The key bare where TOML allows it, else quoted.
    package static func bareOrQuotedKey(_ key: String) -> String {
        !key.isEmpty && key.utf8.allSatisfy(\.isBareKey) ? key : basicString(key)
    }

    /// `a."b.c".d`
    package static func path(_ keys: [String]) -> String {
        keys.map(bareOrQuotedKey).joined(separator: ".")
    }
}

extension UInt8 {
    /// `A-Za-z0-9_-`
    var isBareKey: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    package var isDigit: Bool { (0x30...0x39).contains(self) }
}
