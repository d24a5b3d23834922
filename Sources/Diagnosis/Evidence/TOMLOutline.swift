import MirrorCore

/// A TOML file that cannot be read, without what could be a login in it: what is no known harmless setting becomes `x`,
/// letter by letter, so that the file stays wrong in the same place.
struct TOMLOutline {
    private(set) var text = ""
    /// What was blotted out, to be found wherever a message repeats it.
    private(set) var secrets: Set<String> = []

    /// The quotes of a text of several lines that is open.
    private var open: [UInt8]?
    /// Brackets that are open in the value of a harmless key.
    private var depth = 0
    private var word: [UInt8] = []

    /// Keys whose values are addresses, paths and switches.
    private static let harmless: Set<String> = [
        "version", "root", "state", "config_path", "endpoint", "server", "capabilities", "ca", "client", "skip_verify",
        "override_path", "dial_timeout", "imports", "ca_file", "cert_file", "key_file", "insecure_skip_verify",
        "sandbox_image", "sandbox", "use_local_image_pull", "disabled_plugins", "required_plugins", "oom_score",
    ]

    init(_ source: String) {
        text = LineFeeds.mapped(source) { masked($0) }
    }

    /// By bytes, as all signs of TOML are ASCII: a quote before a combining mark is another character.
    private mutating func masked(_ line: String) -> String {
        let bytes = Array(line.utf8)[...]
        if let quotes = open {
            if Self.count(of: quotes, in: bytes) > 0 { open = nil }
            return blotted(bytes)
        }
        if depth > 0 {
            note(depthOf: bytes)
            return URLLogin.masked(line)
        }
        let content = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        if content.isEmpty { return line }
        let sign = bytes.firstIndex(of: UInt8(ascii: "="))
        if content.first == UInt8(ascii: "["), sign == nil || content.contains(0x5D) && !content.contains(0x7B) {
            let end = content.lastIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? content.endIndex
            return URLLogin.masked(String(decoding: bytes[..<end], as: UTF8.self)) + blotted(bytes[end...])
        }
        guard content.first != UInt8(ascii: "#"), let sign else { return blotted(bytes) }
        let value = bytes[(sign + 1)...]
        for quotes in ["\"\"\"", "'''"].map({ Array($0.utf8) }) where Self.count(of: quotes, in: value) % 2 == 1 {
            open = quotes
        }
        guard open == nil, Self.harmless.contains(Self.lastPart(of: bytes[..<sign])), !value.contains(0x7B),
            !value.contains(UInt8(ascii: "#"))
        else {
            return String(decoding: bytes[...sign], as: UTF8.self) + blotted(value)
        }
        note(depthOf: value)
        return URLLogin.masked(line)
    }

    /// Of a key with dots.
    private static func lastPart(of key: ArraySlice<UInt8>) -> String {
        let whole = key.reversed().drop { $0 == UInt8(ascii: ".") }
        let part = whole.prefix { $0 != UInt8(ascii: ".") }.filter { !" \t\"'".utf8.contains($0) }
        return String(decoding: part.reversed(), as: UTF8.self).lowercased()
    }

    /// How often it stands there, one behind the other.
    private static func count(of quotes: [UInt8], in bytes: ArraySlice<UInt8>) -> Int {
        var (count, at) = (0, bytes.startIndex)
        while at + quotes.count <= bytes.endIndex {
            let isThere = bytes[at] == quotes[0] && bytes[at..<at + quotes.count].elementsEqual(quotes)
            count += isThere ? 1 : 0
            at += isThere ? quotes.count : 1
        }
        return count
    }

    private mutating func note(depthOf bytes: ArraySlice<UInt8>) {
        for byte in bytes { depth += byte == UInt8(ascii: "[") ? 1 : byte == UInt8(ascii: "]") ? -1 : 0 }
        depth = max(0, depth)
    }

    /// Signs of TOML stay, and numbers, switches and escapes: each of them wrong or right as it was.
    private mutating func blotted(_ text: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            let begin = at
            if text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex {
                let digits = text[at + 1] == UInt8(ascii: "u") ? 4 : text[at + 1] == UInt8(ascii: "U") ? 8 : 0
                at = Self.end(ofSignAt: at + 1, in: text)
                result += text[begin..<at]
                for _ in 0..<digits where at < text.endIndex {
                    result.append(UInt8(ascii: "0"))
                    at = Self.end(ofSignAt: at, in: text)
                }
                word += text[begin..<at]
                continue
            }
            guard Self.isWord[Int(text[at])] else {
                endWord()
                result.append(text[at])
                at += 1
                continue
            }
            while at < text.endIndex, Self.isWord[Int(text[at])] { at += 1 }
            let piece = text[begin..<at]
            word += piece
            if Self.stays(piece) {
                result += piece
            } else {
                // A letter of several bytes is one sign, or the column would be another.
                for byte in piece where byte & 0xC0 != 0x80 { result.append(UInt8(ascii: "x")) }
            }
        }
        endWord()
        return String(decoding: result, as: UTF8.self)
    }

    /// Behind the sign that begins here, of one to four bytes.
    private static func end(ofSignAt start: Int, in text: ArraySlice<UInt8>) -> Int {
        text[(start + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? text.endIndex
    }

    /// Three dots have a reason of their own.
    private static func stays(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count < 10 else { return false }
        return word.allSatisfy { (0x30...0x39).contains($0) }
            || ["true", "false", "..."].contains { $0.utf8.elementsEqual(word) }
    }

    private mutating func endWord() {
        if word.count >= SecretScan.minimum, word.first != UInt8(ascii: "/") {
            secrets.insert(String(decoding: word, as: UTF8.self))
        }
        word.removeAll()
    }

    private static let isWord: [Bool] = (0...255).map { byte in
        let letter = UInt8(byte) | 0x20
        return byte >= 0x80 || (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte)
            || "+/_-.:@%!$&*~".utf8.contains(UInt8(byte))
    }
}
