import MirrorCore

/// A TOML file that cannot be read, without what could be a login in it: what is no known harmless setting becomes `x`,
/// letter by letter, so that the file stays wrong in the same place.
struct TOMLOutline {
    private(set) var text = ""
    /// What was blotted out, to be found wherever a message repeats it.
    private(set) var secrets: Set<String> = []

    /// The quotes of a text of several lines that is open.
    private var open: String?
    /// Brackets that are open in the value of a harmless key.
    private var depth = 0
    private var word = ""

    /// Keys whose values are addresses, paths and switches.
    private static let harmless: Set<String> = [
        "version", "root", "state", "config_path", "endpoint", "server", "capabilities", "ca", "client", "skip_verify",
        "override_path", "dial_timeout", "imports", "ca_file", "cert_file", "key_file", "insecure_skip_verify",
        "sandbox_image", "sandbox", "use_local_image_pull", "disabled_plugins", "required_plugins", "oom_score",
    ]

    init(_ source: String) {
        text = LineFeeds.mapped(source) { masked($0[...]) }
    }

    private mutating func masked(_ line: Substring) -> String {
        if let quotes = open {
            if line.contains(quotes) { open = nil }
            return blotted(line)
        }
        if depth > 0 {
            note(depthOf: line)
            return URLLogin.masked(String(line))
        }
        let content = line.drop { $0 == " " || $0 == "\t" }
        if content.isEmpty { return String(line) }
        if content.first == "[", !line.contains("=") || content.contains("]") && !content.contains("{") {
            let end = content.lastIndex(of: "]").map { content.index(after: $0) } ?? content.endIndex
            let head = line[..<end]
            return URLLogin.masked(String(head)) + blotted(line[end...])
        }
        guard content.first != "#", let sign = line.firstIndex(of: "=") else { return blotted(line) }
        let value = line[line.index(after: sign)...]
        let key = line[..<sign].split(separator: ".").last.map { $0.filter { !" \t\"'".contains($0) }.lowercased() }
        for quotes in ["\"\"\"", "'''"] where value.ranges(of: quotes).count % 2 == 1 { open = quotes }
        guard open == nil, let key, Self.harmless.contains(key), !value.contains("{"), !value.contains("#") else {
            return line[...sign] + blotted(value)
        }
        note(depthOf: value)
        return URLLogin.masked(String(line))
    }

    private mutating func note(depthOf text: Substring) {
        depth = max(0, depth + text.count { $0 == "[" } - text.count { $0 == "]" })
    }

    /// Signs of TOML stay, and numbers, switches and escapes: each of them wrong or right as it was.
    private mutating func blotted(_ text: Substring) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "\\", let next = rest.dropFirst().first {
                let count = next == "u" ? 4 : next == "U" ? 8 : 0
                result += "\\\(next)" + String(repeating: "0", count: min(count, rest.dropFirst(2).count))
                word += "\\\(next)" + String(String.UnicodeScalarView(rest.dropFirst(2).prefix(count)))
                rest = rest.dropFirst(2 + count)
                continue
            }
            guard Self.isWord(scalar) else {
                endWord()
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst()
                continue
            }
            let piece = rest.prefix { Self.isWord($0) }
            let plain = String(String.UnicodeScalarView(piece))
            word += plain
            // Three dots have a reason of their own.
            let stays =
                ["true", "false", "..."].contains(plain) || plain.count < 10 && plain.allSatisfy(\.isWholeNumber)
            result += stays ? plain : String(repeating: "x", count: piece.count)
            rest = rest.dropFirst(piece.count)
        }
        endWord()
        return result
    }

    private mutating func endWord() {
        if word.utf8.count >= SecretScan.minimum, word.first != "/" { secrets.insert(word) }
        word = ""
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "+/_-.:@%!$&*~".unicodeScalars.contains(scalar)
    }
}
