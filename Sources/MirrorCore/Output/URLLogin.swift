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
        var ahead = Ahead(bytes)
        while at < bytes.count {
            if bytes[at] == 0x20, ahead.isInLogin(start, at) {
                at += 1
                continue
            }
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

    /// Go takes `u:PASSWORD` of `https://u:PASSWORD/x@h` for host and port, and says the port back: `":PASSWORD"`, perhaps
    /// quoted once more.
    private static func withoutEchoes(of logins: [String], in text: String) -> String {
        let ports = Set(
            logins.compactMap { login -> [UInt8]? in
                let authority = login.prefix { !"/?#".contains($0) }
                let port = authority.split(separator: ":", omittingEmptySubsequences: false).dropFirst().last ?? ""
                return port.isEmpty ? nil : Array(port.utf8)
            }
        )
        guard !ports.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            result.append(bytes[at])
            at += 1
            guard bytes[at - 1] == 0x22, at < bytes.count, bytes[at] == 0x3A else { continue }
            let isQuoted = at > 1 && bytes[at - 2] == 0x5C
            guard let end = bytes[at...].firstIndex(of: 0x22) else { continue }
            let port = bytes[(at + 1)..<(isQuoted && bytes[end - 1] == 0x5C ? end - 1 : end)]
            guard ports.contains(Array(port)) else { continue }
            result += [0x3A] + Array(mark.utf8)
            at = port.endIndex
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A password may hold a blank: where an address says something after its first colon that is no port, and an `@` comes
    /// before a quote or the end of the line, the words up to there belong to it.
    private struct Ahead {
        private let bytes: [UInt8]
        /// The next `@`, and the next sign that ends everything, from where they were looked for last.
        private var sign = -1
        private var end = -1
        /// The word that was found to go on.
        private var open = -1

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// - Parameters:
        ///   - start: of the word.
        ///   - at: the blank behind it.
        mutating func isInLogin(_ start: Int, _ at: Int) -> Bool {
            if sign < at { sign = next(at) { $0 == 0x40 } }
            if end < at { end = next(at) { $0 != 0x20 && URLLogin.isDelimiter($0) } }
            guard sign < end, !URLLogin.isDigest(bytes[(sign + 1)...]) else { return false }
            if open == start { return true }
            let word = bytes[start..<at]
            guard let scheme = URLLogin.index(of: Array("://".utf8), in: word), !word.contains(0x40) else {
                return false
            }
            let authority = word[(scheme + 3)...].prefix { ![0x2F, 0x3F, 0x23].contains($0) }
            guard authority.first != 0x5B, let colon = authority.firstIndex(of: 0x3A), colon > authority.startIndex
            else {
                return false
            }
            let port = authority[(colon + 1)...].reversed().drop { !URLLogin.isLetter($0) }
            guard !port.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            open = start
            return true
        }

        private func next(_ at: Int, where isIt: (UInt8) -> Bool) -> Int {
            bytes[at...].firstIndex(where: isIt) ?? bytes.count
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
        let isMark =
            ["…", "masked", mark, "USER:PASSWORD"].contains(text) || text.allSatisfy { $0 == "•" }
            || text.hasPrefix("••••")
        if !isMark { each(text) }
        result += isMark ? Array(login) : Array(mark.utf8)
    }

    /// The last `@` that is not a digest's.
    private static func lastSign(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.last { index in
            guard text[index] == 0x40 else { return false }
            return !isDigest(text[(index + 1)...])
        }
    }

    private static func isDigest(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "sha256:".utf8) || text.starts(with: "sha512:".utf8)
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
