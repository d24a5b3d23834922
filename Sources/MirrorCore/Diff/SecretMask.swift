/// Hides the secrets in lines of a file that are shown. The same secret always becomes the same number, so that a change
/// of it still shows: `password: ••••#1` and `password: ••••#2`.
package struct SecretMask: Sendable {
    /// Keys whose values are secrets, in lower case. Paths and names of Secrets are none.
    private static let keys: Set<String> = [
        "password", "passwd", "passphrase", "token", "identitytoken", "registrytoken", "bearertoken", "accesstoken",
        "refreshtoken", "auth", "authorization", "secret", "clientsecret", "client_secret", "apikey", "api_key",
        "privatekey", "private_key", "secretkey", "secretaccesskey", "accesskey", ".dockerconfigjson", ".dockercfg",
        "ssh-privatekey", "tls.key", "client-key-data", "stringdata",
    ]

    private var numbers: [String: Int] = [:]

    package init() {}

    /// What a reader of lines is in the midst of.
    package struct Context: Sendable {
        /// Between the first and the last line of a private key.
        fileprivate var isInKey = false
        /// Below a `password: |` with this indentation.
        fileprivate var blockIndent: Int?

        package init() {}

        /// Before the first of these lines: they may begin in the midst of a private key.
        init(before lines: some Sequence<String>) {
            isInKey = lines.first { $0.isKeyBegin || $0.isKeyEnd }.map { !$0.isKeyBegin } ?? false
        }
    }

    /// One line on its own.
    package static func line(_ text: String) -> String {
        var mask = SecretMask()
        var context = Context()
        return mask.masked(text, &context)
    }

    /// Two texts that are compared.
    package static func pair(_ one: String, _ other: String) -> (String, String) {
        var mask = SecretMask()
        var (first, second) = (Context(), Context())
        return (mask.masked(one, &first), mask.masked(other, &second))
    }

    /// One line of a text, read in order.
    package mutating func masked(_ line: String, _ context: inout Context) -> String {
        if context.isInKey {
            context.isInKey = !line.isKeyEnd
            return line.isKeyEnd ? line : hidden(all: line)
        }
        if line.isKeyBegin, !line.isKeyEnd {
            context.isInKey = true
            return line
        }
        if let indent = context.blockIndent {
            if line.isBlank || line.indentation > indent { return hidden(all: line) }
            context.blockIndent = nil
        }
        guard line.utf8.contains(0x3A) else { return line }
        let spans = line.secretSpans(Self.keys)
        if spans.isEmpty {
            if line.opensBlock(Self.keys) { context.blockIndent = line.indentation }
            return line
        }
        var result = ""
        var at = line.startIndex
        for span in spans where span.lowerBound >= at {
            result += line[at..<span.lowerBound] + mark(String(line[span]))
            at = span.upperBound
        }
        return result + line[at...]
    }

    private mutating func hidden(all line: String) -> String {
        guard !line.isBlank else { return line }
        let start = line.firstIndex { $0 != " " } ?? line.startIndex
        return line[..<start] + mark(String(line[start...]))
    }

    private mutating func mark(_ secret: String) -> String {
        let number = numbers[secret] ?? numbers.count + 1
        numbers[secret] = number
        return "••••#\(number)"
    }
}

extension String {
    fileprivate var isKeyBegin: Bool { contains("-----BEGIN ") && contains("PRIVATE KEY-----") }
    fileprivate var isKeyEnd: Bool { contains("-----END ") && contains("PRIVATE KEY-----") }
    fileprivate var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\r" } }
    fileprivate var indentation: Int { prefix { $0 == " " }.count }

    /// The secrets in a line: logins in URLs, and the values of keys.
    fileprivate func secretSpans(_ keys: Set<String>) -> [Range<Index>] {
        (loginSpans + keySpans(keys).filter { !self[$0].opensNothing }).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// `USER:PASSWORD` of each `://USER:PASSWORD@`.
    private var loginSpans: [Range<Index>] {
        var spans: [Range<Index>] = []
        var rest = startIndex
        while let scheme = self[rest...].firstRange(of: "://") {
            // A password may hold a slash.
            let end = self[scheme.upperBound...].firstIndex { " \"',".contains($0) } ?? endIndex
            if let at = self[scheme.upperBound..<end].lastIndex(of: "@") { spans.append(scheme.upperBound..<at) }
            rest = end
        }
        return spans
    }

    /// What stands after `KEY:`, without its quotes.
    private func keySpans(_ keys: Set<String>) -> [Range<Index>] {
        var spans: [Range<Index>] = []
        var rest = startIndex
        while let colon = self[rest...].firstIndex(of: ":") {
            rest = index(after: colon)
            let name = self[..<colon].reversed().drop { $0 == "\"" || $0 == "'" || $0 == " " }
                .prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
            guard keys.contains(String(name.reversed()).lowercased()) else { continue }
            var start = rest
            while start < endIndex, self[start] == " " { start = index(after: start) }
            guard start < endIndex, start > rest || self[rest] == "\"" || self[rest] == "'" else { continue }
            let end = valueEnd(from: start, isFlow: self[..<colon].contains("{"))
            if start < end { spans.append(start..<end) }
            rest = Swift.max(rest, end)
        }
        return spans
    }

    private func valueEnd(from start: Index, isFlow: Bool) -> Index {
        if let quote = ["\"", "'"].first(where: { $0.first == self[start] })?.first {
            var at = index(after: start)
            while at < endIndex, self[at] != quote {
                at = self[at] == "\\" && index(after: at) < endIndex ? index(at, offsetBy: 2) : index(after: at)
            }
            return at < endIndex ? index(after: at) : endIndex
        }
        let comment = self[start...].firstRange(of: " #")?.lowerBound ?? endIndex
        let stop = isFlow ? self[start..<comment].firstIndex { ",}".contains($0) } ?? comment : comment
        var end = stop
        while end > start, self[index(before: end)] == " " || self[index(before: end)] == "\r" {
            end = index(before: end)
        }
        return end
    }

    /// The line ends in a secret's key and the sign of a block: `password: |`.
    fileprivate func opensBlock(_ keys: Set<String>) -> Bool {
        keySpans(keys).contains { "|>".contains(self[$0].first ?? " ") }
    }
}

extension Substring {
    /// Not a value but the beginning of one, a reference, or nothing.
    fileprivate var opensNothing: Bool {
        guard let first else { return true }
        return "|>{[&*#".contains(first) || self == "null" || self == "~"
    }
}
