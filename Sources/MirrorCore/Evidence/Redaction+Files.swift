extension Redaction {
    /// A file of a node: in TOML the value of every header too, whatever the header is called.
    package static func file(_ path: String, _ text: String, known: SecretForms) -> String {
        guard path.hasSuffix(".toml") else { return Self.text(text, known: known) }
        // Nothing says where a login stands in a file that is not understood.
        guard (try? TOMLDocument(bytes: Array(text.utf8))) != nil else { return known.masked(TOMLOutline(text).text) }
        let plain = Self.text(text, known: known)
        var isHeaders = false
        return plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                isHeaders = content.lowercased().contains("header]") || content.lowercased().contains("headers]")
                return String(line)
            }
            // A text of several lines is blotted out as a whole by what is known.
            guard isHeaders, !content.hasPrefix("#"), !line.contains("\"\"\""), !line.contains("\'\'\'") else {
                return String(line)
            }
            let name = content.prefix { $0 != "=" && $0 != " " }.lowercased()
            if name == "accept" || name == "user-agent" { return String(line) }
            let start = line.firstIndex(of: "=") ?? line.startIndex
            return line[..<start] + withoutTexts(line[start...])
        }.joined(separator: "\n")
    }

    /// The quotes stay, and a comment.
    private static func withoutTexts(_ line: Substring) -> String {
        var result = ""
        var rest = line
        while let quote = rest.firstIndex(where: { $0 == "\"" || $0 == "\'" || $0 == "#" }), rest[quote] != "#" {
            let mark = rest[quote]
            var end = rest.index(after: quote)
            while end < rest.endIndex, rest[end] != mark {
                if mark == "\"", rest[end] == "\\", rest.index(after: end) < rest.endIndex {
                    end = rest.index(after: end)
                }
                end = rest.index(after: end)
            }
            result += rest[...quote] + Self.mark
            rest = rest[end...]
            if let first = rest.first {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
