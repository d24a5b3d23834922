/// Texts as Go's `fmt` prints them.
enum GoText {
    /// `%q`
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{7}": result += "\\a"
            case "\u{8}": result += "\\b"
            case "\u{B}": result += "\\v"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// `net.SplitHostPort`; `nil` where Go returns an error.
    static func splitHostPort(_ text: String) -> (host: String, port: String)? {
        guard let colon = text.utf8.lastIndex(of: 0x3A) else { return nil }
        let port = String(text[text.index(after: colon)...])
        if text.utf8.first == 0x5B {
            guard let end = text.utf8.firstIndex(of: 0x5D), text.index(after: end) == colon else { return nil }
            let host = String(text[text.index(after: text.startIndex)..<end])
            guard !host.contains("["), !port.contains("["), !port.contains("]") else { return nil }
            return (host, port)
        }
        let host = String(text[..<colon])
        guard !host.contains(":"), !text.contains("["), !text.contains("]") else { return nil }
        return (host, port)
    }
}
