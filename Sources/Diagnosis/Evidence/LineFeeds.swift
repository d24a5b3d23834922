/// A text taken apart at its line feeds. As a `Character` the two bytes of CR LF are one, and no line feed: a file with such
/// line ends would be one line.
enum LineFeeds {
    /// The text again, with each line changed; its carriage return is no part of it, and stays.
    static func mapped(_ text: String, _ change: (String) -> String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
            let hasReturn = bytes.last == 0x0D
            return change(String(Substring(hasReturn ? bytes.dropLast() : bytes))) + (hasReturn ? "\r" : "")
        }
        return lines.joined(separator: "\n")
    }
}
