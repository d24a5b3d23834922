/// A command line as words, so that it can be shown over several lines and still be pasted. What is shown of it holds no
/// login of an address: none is taken from there.
package struct ShellCommand: Equatable, Sendable, CustomStringConvertible {
    package let words: [String]

    package init(_ words: [String]) { self.words = words }

    package var description: String { shown.joined(separator: " ") }

    private var shown: [String] { words.map { shellWord(URLLogin.masked($0)) } }

    /// Lines of at most `width` characters where words allow it, all but the last ending in a backslash.
    package func lines(width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in shown {
            // Two characters stay free for the blank and the backslash.
            if !line.isEmpty, line.count + 1 + word.count > width - 2 {
                lines.append(line + " \\")
                line = "  " + word
            } else {
                line += line.isEmpty ? word : " " + word
            }
        }
        return lines + [line]
    }
}

/// A word as a POSIX shell reads it back.
package func shellWord(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", "=", "@", "%", "+", ",": true
        default: false
        }
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
