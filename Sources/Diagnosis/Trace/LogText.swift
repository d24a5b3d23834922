/// What log viewers and kubectl do to a line, undone.
enum LogText {
    /// Longer than any line that is read, in bytes: a message with a registry's whole error page is cut.
    static let longestLine = 16_384

    /// Lines with their numbers, one at a time; a quoted YAML message that kubectl folded is one line again.
    ///
    /// Nothing is kept of a line that says nothing: a journal may be as large as the memory that it is read in.
    static func eachLine(_ text: String, _ use: (_ number: Int, _ line: String) -> Void) {
        var open: (line: Int, quote: Character, text: String)?
        eachPart(text) { number, bytes in
            let isOpen = open != nil
            guard isOpen || isWorthReading(bytes) else { return }
            let line = String(decoding: bytes, as: UTF8.self)
            if var folded = open {
                let more = trimmed(line)
                folded.text += more.isEmpty ? "" : " " + more
                // An apostrophe is doubled inside; a message that never closes must not swallow the file.
                if closes(more, folded.quote) || folded.text.utf8.count > longestLine {
                    use(folded.line, unquoted(folded.text, folded.quote))
                    open = nil
                } else {
                    open = folded
                }
                return
            }
            if let start = messageStart(line), let quote = start.first, quote == "'" || quote == "\"" {
                let body = String(start.dropFirst())
                if closes(body, quote) {
                    use(number, unquoted(body, quote))
                } else {
                    open = (number, quote, body)
                }
                return
            }
            use(number, line)
        }
        if let open { use(open.line, open.text) }
    }

    /// What stands between line breaks (LF, CR, CRLF), cut to `longestLine`; empty lines are counted and passed over.
    static func eachPart(_ text: String, _ use: (Int, ArraySlice<UInt8>) -> Void) {
        let bytes = Array(text.utf8)
        var number = 1
        var start = 0
        for at in 0...bytes.count {
            guard at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D else { continue }
            if at > start { use(number, bytes[start..<min(at, start + longestLine)]) }
            start = at + 1
            let isCRLF = at < bytes.count && bytes[at] == 0x0D && start < bytes.count && bytes[start] == 0x0A
            if !isCRLF { number += 1 }
        }
    }

    /// A journal is long, and few of its lines are about pulls.
    private static func isWorthReading(_ line: ArraySlice<UInt8>) -> Bool { words.first(in: line) != nil }

    private static let words = ByteWords([
        "ull", "next host", "rpc error", "fetch failed", "hosts.toml", "do request", "fetch response", "message: ",
        "unknown type", "failed to resolve", "Failed to inspect", "Failed to apply", "\"message\": ",
    ])

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
