import TOML

extension Redaction {
    /// A file of a node: in TOML the value of every header too, whatever the header is called.
    package static func file(_ path: String, _ text: String, known: SecretForms) -> String {
        guard path.hasSuffix(".toml") else { return Self.text(text, known: known) }
        // Nothing says where a login stands in a file that is not understood.
        guard (try? TOMLDocument(bytes: Array(text.utf8))) != nil else { return known.masked(TOMLOutline(text).text) }
        let plain = Self.text(text, known: known)
        var isHeaders = false
        return LineFeeds.mapped(plain) { line in
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                isHeaders = content.lowercased().contains("header]") || content.lowercased().contains("headers]")
                return line
            }
            // A text of several lines is blotted out as a whole by what is known.
            guard isHeaders, !content.hasPrefix("#"), !line.contains("\"\"\""), !line.contains("\'\'\'") else {
                return line
            }
            let name = content.prefix { $0 != "=" && $0 != " " }.lowercased()
            if name == "accept" || name == "user-agent" { return line }
            let start = line.firstIndex(of: "=") ?? line.startIndex
            return line[..<start] + withoutTexts(line[start...])
        }
    }

    /// The quotes stay, and a comment. By bytes: a quote before a combining mark is another character.
    private static func withoutTexts(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count, bytes[at] != 0x23 {
            let mark = bytes[at]
            result.append(mark)
            at += 1
            guard mark == 0x22 || mark == 0x27 else { continue }
            result += Array(Self.mark.utf8)
            while at < bytes.count, bytes[at] != mark {
                at += mark == 0x22 && bytes[at] == 0x5C && at + 1 < bytes.count ? 2 : 1
            }
            if at < bytes.count {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result + bytes[at...], as: UTF8.self)
    }
}
