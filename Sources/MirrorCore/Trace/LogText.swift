/// What log viewers and kubectl do to a line, undone.
enum LogText {
    /// Longer than any line that is read: a message with a registry's whole error page is cut.
    static let longestLine = 16_384

    /// Lines with their numbers; a quoted YAML message that kubectl folded is one line again.
    static func unfolded(_ text: String) -> [(Int, String)] {
        var result: [(Int, String)] = []
        var open: (line: Int, quote: Character, text: String)?
        for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = String(part.prefix(longestLine))
            if var folded = open {
                let more = trimmed(line)
                folded.text += more.isEmpty ? "" : " " + more
                // An apostrophe is doubled inside; a message that never closes must not swallow the file.
                if closes(more, folded.quote) || folded.text.count > longestLine {
                    result.append((folded.line, unquoted(folded.text, folded.quote)))
                    open = nil
                } else {
                    open = folded
                }
                continue
            }
            if let start = messageStart(line), let quote = start.first, quote == "'" || quote == "\"" {
                let body = start.dropFirst()
                if closes(String(body), quote) {
                    result.append((index + 1, unquoted(String(body), quote)))
                } else {
                    open = (index + 1, quote, String(body))
                }
                continue
            }
            result.append((index + 1, line))
        }
        if let open { result.append((open.line, open.text)) }
        return result
    }

    /// What follows `message: `, when the line is YAML, or JSON of many lines.
    private static func messageStart(_ line: String) -> String? {
        let body = trimmed(line)
        if body.hasPrefix("\"message\": ") {
            let value = trimmed(String(body.dropFirst(11)))
            return value.last == "," ? String(value.dropLast()) : value
        }
        return body.hasPrefix("message: ") ? trimmed(String(body.dropFirst(9))) : nil
    }

    private static func closes(_ text: String, _ quote: Character) -> Bool {
        guard text.last == quote else { return false }
        let run = text.reversed().prefix { $0 == quote }.count
        if quote == "'" { return run % 2 == 1 }
        return text.dropLast().reversed().prefix { $0 == "\\" }.count % 2 == 0
    }

    private static func unquoted(_ text: String, _ quote: Character) -> String {
        let body = text.last == quote ? String(text.dropLast()) : text
        return quote == "'" ? body.replacing("''", with: "'") : plain(body)
    }

    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    /// Without the backslashes of a string inside a string.
    static func plain(_ text: String) -> String {
        var result = text
        for _ in 0..<3 where result.contains("\\\"") {
            result = result.replacing("\\\\", with: "\\").replacing("\\\"", with: "\"")
        }
        return trimmed(result)
    }
}
