import TestSupport

/// Makes documents that are valid by construction: every name is used once in its table.
enum TOMLGenerator {
    static func document(using random: inout SeededGenerator) -> String {
        var lines: [String] = []
        var serial = 0
        lines += keyValues(&serial, using: &random)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            serial += 1
            let name = "t\(serial)"
            switch Int.random(in: 0...3, using: &random) {
            case 0:
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    lines.append("[[\(name)]]")
                    lines += keyValues(&serial, using: &random)
                    lines.append("[ \(name) . sub ] # of an element")
                    lines += keyValues(&serial, using: &random)
                }
            case 1:
                lines.append("[\(name).\"a b\".'c']")
                lines += keyValues(&serial, using: &random)
                lines.append("[\(name)]")
                lines += keyValues(&serial, using: &random)
            default:
                lines.append("[\(name)]")
                lines += keyValues(&serial, using: &random)
            }
        }
        return lines.joined(separator: Bool.random(using: &random) ? "\n" : "\r\n")
    }

    /// A few characters added, dropped or doubled: mostly invalid, and readers must agree on which.
    static func mutate(_ document: String, using random: inout SeededGenerator) -> String {
        var scalars = Array(document.unicodeScalars)
        let pool = Array("[]{}=.,\"'#\n\\ 0_-+eTZ:a".unicodeScalars)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let at = Int.random(in: 0...scalars.count, using: &random)
            let scalar = pool.randomElement(using: &random) ?? "a"
            if at < scalars.count, Bool.random(using: &random) {
                scalars.remove(at: at)
            } else {
                scalars.insert(scalar, at: at)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func keyValues(_ serial: inout Int, using random: inout SeededGenerator) -> [String] {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            serial += 1
            let key =
                ["k\(serial)", "\"k \(serial)\"", "'é\(serial)'", "d\(serial).a.b", "\(serial)"].randomElement(
                    using: &random
                ) ?? "k"
            lines.append("\(key) = \(value(depth: 0, using: &random))")
            if Bool.random(using: &random) { lines.append("  # comment \(serial)") }
        }
        return lines
    }

    private static let scalars = [
        "0", "-17", "+1_000", "0xFF", "0o17", "0b101", "1.5", "-0.25", "6.5e-1", "inf", "-inf", "true", "false",
        "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5", "1979-05-27", "07:32:00", "1979-05-27T00:32:00+09:00",
        "\"\"", "''", "\"a # b\"", "'C:\\d'", "\"tab\\t \\u00e9 \\\"q\\\"\"", "\"\"\"\nx \"y\"\nz\"\"\"",
        "'''\n'l' \\'''",
        "\"\"\"a \\\n   b\"\"\"",
    ]

    private static func value(depth: Int, using random: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...3, using: &random)
        switch Int.random(in: 0...(depth > 2 ? 5 : 8), using: &random) {
        case 6:
            let items = (0..<count).map { _ in value(depth: depth + 1, using: &random) }
            return "[" + items.joined(separator: ",\n # c\n ") + (count > 0 && Bool.random(using: &random) ? ",]" : "]")
        case 7:
            let items = (0..<count).map { "i\($0) = \(value(depth: depth + 1, using: &random))" }
            return "{ " + items.joined(separator: ", ") + " }"
        default: return scalars.randomElement(using: &random) ?? "0"
        }
    }
}
