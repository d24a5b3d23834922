/// A command line as words, so that it can be shown over several lines and still be pasted. What is shown of it holds no
/// login of an address: none is taken from there.
package struct ShellCommand: Equatable, Sendable, CustomStringConvertible {
    package let words: [String]

    package init(_ words: [String]) { self.words = words }

    package var description: String { shown.joined(separator: " ") }

    private var shown: [String] { words.map { shellWord(URLLogin.masked($0)) } }

    /// An option and its value. A value that begins with a hyphen would be read as an option if it stood alone.
    package static func option(_ name: String, _ value: String) -> [String] {
        value.hasPrefix("-") && value != "-" ? ["\(name)=\(value)"] : [name, value]
    }

    /// A path where no option stands before it.
    package static func path(_ path: String) -> String { path.hasPrefix("-") ? "./" + path : path }

    /// Lines of at most `width` cells where words allow it, all but the last ending in a backslash.
    ///
    /// - Parameters:
    ///   - drawn: a word as it is shown.
    ///   - cells: how many of them a text takes.
    package func lines(
        width: Int,
        drawn: (String) -> String = { $0 },
        cells: (String) -> Int = { $0.count }
    ) -> [String] {
        Self.lines(shown.map(drawn), width: width, cells: cells)
    }

    /// The command that was made into this text, its `description`.
    package init(shown text: String) {
        var words: [String] = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in text {
            if isEscaped {
                words[words.count - 1].append(character)
                isEscaped = false
            } else if character == "'" {
                isQuoted.toggle()
            } else if character == "\\", !isQuoted {
                isEscaped = true
            } else if character == " ", !isQuoted {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        self.init(words)
    }

    private static func lines(_ words: [String], width: Int, cells: (String) -> Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            // Two characters stay free for the blank and the backslash.
            if !line.isEmpty, cells(line) + 1 + cells(word) > width - 2 {
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
