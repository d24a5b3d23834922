/// How text is written as a YAML scalar.
package enum YAMLText {
    /// Plain where every reader takes it for the same text, else quoted; always one line.
    package static func scalar(_ text: String, inFlow: Bool = false) -> String {
        isPlainSafe(text, inFlow: inFlow) ? text : quoted(text)
    }

    /// In the style a scalar already has, where that can hold the text.
    package static func scalar(_ text: String, like style: YAMLScalar.Style, inFlow: Bool = false) -> String {
        switch style {
        case .doubleQuoted: doubleQuoted(text)
        case .singleQuoted where isPrintableLine(text): singleQuoted(text)
        default: scalar(text, inFlow: inFlow)
        }
    }

    /// Whether plain text stays text: no indicator, no number, no boolean, no null, no date in YAML 1.1 or 1.2.
    package static func isPlainSafe(_ text: String, inFlow: Bool = false) -> Bool {
        guard let first = text.utf8.first, isPrintableLine(text), text.first != " ", text.last != " " else {
            return false
        }
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        if "-?:,[]{}#&*!|>'\"%@`=~<".utf8.contains(first) { return false }
        if text.contains(": ") || text.contains(" #") || text.hasSuffix(":") { return false }
        if inFlow, text.contains(where: { ",[]{}".contains($0) }) || text.contains(":") && !text.contains("://") {
            return false
        }
        return !looksLikeAnotherType(text)
    }

    /// YAML 1.1 (PyYAML, Yams) is the broader of the two: `yes`, `0x1F`, `1_000`, `12:30:45`, `2001-01-01`.
    private static func looksLikeAnotherType(_ text: String) -> Bool {
        if words.contains(text.lowercased()) { return true }
        guard let first = text.utf8.first else { return true }
        guard first == UInt8(ascii: ".") || first == UInt8(ascii: "+") || (0x30...0x39).contains(first) else {
            return false
        }
        // An address like 10.0.0.1:5000, or a letter that no number or date has, makes it text for every reader.
        if text.split(separator: ".", omittingEmptySubsequences: false).count >= 4, first != UInt8(ascii: ".") {
            return false
        }
        let isHexadecimal = text.lowercased().hasPrefix("0x")
        return isHexadecimal || !text.contains { $0.isLetter && !"eExXoOtTzZ".contains($0) }
    }

    private static let words: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", ".nan", ".inf", "+.inf", "-.inf", "<<", "=",
    ]

    private static func isPrintableLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
            default: false
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        isPrintableLine(text) && text.contains("\"") && !text.contains("'") ? singleQuoted(text) : doubleQuoted(text)
    }

    private static func singleQuoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "'"
    }

    private static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isPrintableLine(String(scalar)): result.unicodeScalars.append(scalar)
            default: result += escaped(scalar)
            }
        }
        return result + "\""
    }

    /// `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}
