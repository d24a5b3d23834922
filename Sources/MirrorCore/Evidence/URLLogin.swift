/// Logins in addresses, `SCHEME://USER:PASSWORD@HOST` and `USER:PASSWORD@HOST`: what stands before the `@` is not shown.
package enum URLLogin {
    /// A URL stays one.
    package static let mark = "redacted"

    /// Whether a text that was given for an address holds what may be a login.
    package static func isIn(_ text: String) -> Bool { masked(text) != text }

    /// What `masked` hides.
    package static func logins(in text: String) -> [String] {
        var found: [String] = []
        _ = masked(text, isJSON: false) { found.append($0) }
        return found
    }

    /// Text in which every login in an address is hidden. A password may hold what ends an authority (`/`, `?`, `#`), so
    /// all up to the last `@` goes; the `@` of a digest (`name@sha256:…`) is none of an address.
    /// - Parameter isJSON: `\"` and `\\` belong to a word then, and `\n` ends one.
    package static func masked(
        _ text: String,
        isJSON: Bool = false,
        each: (String) -> Void = { _ in }
    ) -> String {
        guard text.utf8.contains(0x40) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var (at, start) = (0, 0)
        var logins: [String] = []
        func note(_ login: String) {
            logins.append(login)
            each(login)
        }
        while at < bytes.count {
            let isEscape = isJSON && bytes[at] == 0x5C && at + 1 < bytes.count
            let length = isEscape ? 2 : 1
            if isEscape ? [0x6E, 0x72, 0x74].contains(bytes[at + 1]) : isDelimiter(bytes[at]) {
                appendMasked(bytes[start..<at], to: &result, note)
                result += bytes[at..<at + length]
                start = at + length
            }
            at += length
        }
        appendMasked(bytes[start...], to: &result, note)
        return withoutEchoes(of: logins, in: String(decoding: result, as: UTF8.self))
    }

    /// Go takes `u:PASSWORD` of `https://u:PASSWORD/x@h` for host and port, and says the port back.
    private static func withoutEchoes(of logins: [String], in text: String) -> String {
        logins.reduce(text) { text, login in
            let authority = login.prefix { !"/?#".contains($0) }
            guard let port = authority.split(separator: ":", omittingEmptySubsequences: false).dropFirst().last,
                !port.isEmpty
            else { return text }
            return text.replacing("\":\(port)\"", with: "\":\(mark)\"")
                .replacing("\\\":\(port)\\\"", with: "\\\":\(mark)\\\"")
        }
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x3C || byte == 0x3E
    }

    /// One word, which may hold several addresses: `a=http://u:p@h,b=http://u:p@h`.
    private static func appendMasked(_ word: ArraySlice<UInt8>, to result: inout [UInt8], _ each: (String) -> Void) {
        var rest = word
        while let scheme = index(of: Array("://".utf8), in: rest) {
            let start = scheme + 3
            // Up to the next address in the same word.
            let next = index(of: Array("://".utf8), in: rest[start...]).map {
                beginOfName(in: rest[start...], before: $0)
            }
            let end = next ?? rest.endIndex
            result += rest[rest.startIndex..<start]
            if let last = lastSign(in: rest[start..<end]) {
                appendMark(rest[start..<last], to: &result, each)
                result += rest[last..<end]
            } else {
                result += rest[start..<end]
            }
            guard end > rest.startIndex else { return }
            rest = rest[end...]
        }
        // `USER:PASSWORD@HOST`
        if let last = lastSign(in: rest), let colon = rest[..<last].firstIndex(of: 0x3A), colon > rest.startIndex,
            colon + 1 < last
        {
            let start = rest[..<colon].lastIndex(where: { [0x3D, 0x28, 0x5B, 0x7B, 0x2C].contains($0) }).map { $0 + 1 }
            result += rest[rest.startIndex..<(start ?? rest.startIndex)]
            appendMark(rest[(start ?? rest.startIndex)..<last], to: &result, each)
            result += rest[last...]
        } else {
            result += rest
        }
    }

    /// What is a mark already, or the example in a sentence of ours, stays what it is.
    private static func appendMark(_ login: ArraySlice<UInt8>, to result: inout [UInt8], _ each: (String) -> Void) {
        let text = String(decoding: login, as: UTF8.self)
        let isMark = ["…", "masked", mark, "USER:PASSWORD"].contains(text) || text.hasPrefix("••••") || text.isEmpty
        if !isMark { each(text) }
        result += isMark ? Array(login) : Array(mark.utf8)
    }

    /// The last `@` that is not a digest's.
    private static func lastSign(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.last { index in
            guard text[index] == 0x40 else { return false }
            let after = text[(index + 1)...]
            return !after.starts(with: "sha256:".utf8) && !after.starts(with: "sha512:".utf8)
        }
    }

    /// Where the scheme before `://` begins.
    private static func beginOfName(in text: ArraySlice<UInt8>, before end: Int) -> Int {
        var start = end
        while start > text.startIndex, isLetter(text[start - 1]) { start -= 1 }
        return start
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func index(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= part.count else { return nil }
        return (text.startIndex...(text.endIndex - part.count)).first { text[$0...].starts(with: part) }
    }
}
