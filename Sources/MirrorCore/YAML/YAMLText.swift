/// Writes YAML scalars so that YAML 1.1 and 1.2 readers agree on them.
package enum YAMLText {
    /// Plain where no reader could take it for anything but this string, else double-quoted.
    package static func scalar(_ text: String) -> String { isSafePlain(text) ? text : quoted(text) }

    private static func isSafePlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "/", ".", "-", ":", "@", "+", "~", "[", "]": true
            default: false
            }
        }
        guard text.unicodeScalars.allSatisfy(isWord), last != ":", !"-:@+~[].".unicodeScalars.contains(first) else {
            return false
        }
        // Digits and the words that YAML 1.1 takes for booleans and nulls stay strings only in quotes.
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        guard !words.contains(text.lowercased()) else { return false }
        return !("0"..."9").contains(first) || text.contains(where: { $0.isLetter && !"eExXoO".contains($0) })
            || text.split(separator: ".").count == 4
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
                result += "\\x" + hex(scalar.value, 2)
            case "\u{2028}", "\u{2029}", "\u{FEFF}": result += "\\u" + hex(scalar.value, 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
