import MirrorCore

/// Text of logs and configuration files with what may be a secret blotted out; line numbers stay.
///
/// Blotted out are the values of keys that hold secrets (`password = …`, `"auth": …`, `token=…`), `Authorization` headers,
/// user info and signatures in URLs, private keys, and whatever was given as a secret itself.
package enum Redaction {
    package static let mark = "‹redacted›"

    /// - Parameter known: secrets that were read, to be blotted out wherever they stand.
    package static func text(_ text: String, known: SecretForms = .none) -> String {
        var keyLines: Int?
        return LineFeeds.mapped(text) { part in
            let line = withoutKeys(part)
            if let count = keyLines {
                keyLines = line.contains("-----END") ? nil : count + 1
                return keyLines == nil ? line : count == 0 ? keyBody : ""
            }
            if line.contains("-----BEGIN"), line.contains("PRIVATE KEY-----"), !line.contains("-----END") {
                keyLines = 0
            }
            return withoutSchemes(withoutValues(URLLogin.masked(known.masked(line))))
        }
    }

    /// Base64 still, so that a key file stays one.
    private static let keyBody = "cmVkYWN0ZWQ="

    /// A whole private key in one line.
    private static func withoutKeys(_ line: String) -> String {
        guard line.contains("PRIVATE KEY-----"), let end = line.firstRange(of: "-----END"),
            let begin = line[..<end.lowerBound].firstRange(of: "PRIVATE KEY-----")
        else { return line }
        return line[..<begin.upperBound] + keyBody + line[end.lowerBound...]
    }

    /// Names whose value is a secret, without case, blanks and dashes.
    private static let names = [
        "password", "passwd", "pass", "secret", "token", "auth", "authorization", "identitytoken", "registrytoken",
        "accesstoken", "refreshtoken", "idtoken", "apikey", "privatekey", "clientsecret", "cookie", "setcookie",
        "proxyauthorization", "xamzsignature", "xamzcredential", "xamzsecuritytoken", "xgoogsignature", "sig",
        "signature",
        "state", "code", "key", "sasl", "bearer", "credential", "credentials",
    ]

    /// Words that say `key` or `code` and are none: too common in configuration and errors.
    private static let harmless = ["key", "code", "state", "auth"]

    static func isSecret(_ name: String, inURL: Bool) -> Bool {
        let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
        if plain == "auth" { return true }
        guard inURL || !harmless.contains(plain) else { return false }
        return names.contains(plain) || plain.hasSuffix("password") || plain.hasSuffix("secret")
            || plain.hasSuffix("token")
    }

    /// `name = "value"`, `"name": "value"`, `name: value`, `name=value`
    private static func withoutValues(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var at = 0
        // Between `://` and the end of the URL a colon assigns nothing, and a value ends with the URL at the latest.
        var isURL = false
        while at < bytes.count {
            guard isName(bytes[at]) else {
                if bytes[at...].starts(with: [0x3A, 0x2F, 0x2F]) { isURL = true }
                if [0x20, 0x09, 0x22, 0x27, 0x5C].contains(bytes[at]) { isURL = false }
                result.append(bytes[at])
                at += 1
                continue
            }
            let start = at
            while at < bytes.count, isName(bytes[at]) { at += 1 }
            let name = String(decoding: bytes[start..<at], as: UTF8.self)
            result += bytes[start..<at]
            let inURL = start > 0 && (bytes[start - 1] == 0x3F || bytes[start - 1] == 0x26)
            guard let value = valueStart(bytes, at), isSecret(name, inURL: inURL) else { continue }
            guard isAssigned(bytes, from: at, to: value, name: name, start: start, isURL: isURL) else { continue }
            result += bytes[at..<value]
            at = value
            let end = valueEnd(bytes, &at, inURL: inURL || isURL)
            result += bytes[value..<at]
            if end > at { result += Array(mark.utf8) }
            at = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `failed to fetch anonymous token: Get …` is a sentence: a colon counts behind a quoted key, a header's name, or the
    /// first word of a line.
    ///
    /// `…/token": dial tcp …` is the end of a URL, and no quoted key: no quote stands before the name.
    private static func isAssigned(_ bytes: [UInt8], from: Int, to: Int, name: String, start: Int, isURL: Bool) -> Bool
    {
        guard bytes[from..<to].contains(0x3A) else { return !isURL || bytes[from] == 0x3D }
        guard !isURL else { return false }
        if [0x22, 0x27, 0x5C].contains(bytes[from]) { return isQuoted(bytes, from: from, start: start) }
        if ["authorization", "cookie", "set-cookie", "proxy-authorization"].contains(name.lowercased()) { return true }
        return bytes[..<start].allSatisfy { [0x20, 0x09, 0x2D, 0x7B].contains($0) } || bytes[start - 1] == 0x7B
    }

    /// The quote behind a key's name stands before it as well; `my.token` is a key, too.
    private static func isQuoted(_ bytes: [UInt8], from: Int, start: Int) -> Bool {
        var before = start - 1
        while before >= 0, isName(bytes[before]) || bytes[before] == 0x2E { before -= 1 }
        let quote = bytes[from] == 0x5C ? 0x22 : bytes[from]
        return before >= 0 && bytes[before] == quote
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
        default: false
        }
    }

    /// After quotes, blanks and the `=` or `:`; `nil` when there is none, or nothing after it.
    private static func valueStart(_ bytes: [UInt8], _ from: Int) -> Int? {
        var at = from
        while at < bytes.count, [0x22, 0x27, 0x5C, 0x20, 0x09].contains(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == 0x3D || bytes[at] == 0x3A else { return nil }
        at += 1
        while at < bytes.count, [0x20, 0x09].contains(bytes[at]) { at += 1 }
        return at < bytes.count ? at : nil
    }

    /// The end of the value that begins at `at`; `at` moves behind its opening quote.
    private static func valueEnd(_ bytes: [UInt8], _ at: inout Int, inURL: Bool) -> Int {
        // A list holds its values in quotes of their own.
        while at < bytes.count, bytes[at] == 0x5B || bytes[at] == 0x20 { at += 1 }
        while at < bytes.count, bytes[at] == 0x5C { at += 1 }
        if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
            let quote = bytes[at]
            at += 1
            var end = at
            while end < bytes.count, bytes[end] != quote { end += bytes[end] == 0x5C && end + 1 < bytes.count ? 2 : 1 }
            return min(end, bytes.count)
        }
        var end = at
        while end < bytes.count {
            if inURL
                ? [0x26, 0x20, 0x22, 0x5C, 0x23].contains(bytes[end]) : [0x2C, 0x7D, 0x5D, 0x22].contains(bytes[end])
            {
                break
            }
            end += 1
        }
        return end
    }

    /// What errors say of a login.
    private static let sentence = ["authentication", "authorization", "credentials", "challenge"]

    /// `Basic dXNlcjpwYXNz` and `Bearer …`, whatever stands before them.
    private static func withoutSchemes(_ line: String) -> String {
        var result = line
        for scheme in ["Basic ", "Bearer ", "basic ", "bearer "] {
            var done = ""
            var rest = result[...]
            while let range = rest.firstRange(of: scheme) {
                done += rest[..<range.upperBound]
                rest = rest[range.upperBound...]
                let word = rest.prefix { $0.isLetter || $0.isNumber || "+/=._-~".contains($0) }
                // `Basic realm=…` is a challenge, no login.
                guard word.count >= 8, !word.hasPrefix("realm="), !sentence.contains(String(word)) else { continue }
                done += mark
                rest = rest[word.endIndex...]
            }
            result = done + rest
        }
        return result
    }
}

extension Finding {
    /// Evidence is what a registry, a node or a log said.
    package var withoutSecrets: Finding { without(.none) }

    /// - Parameter known: secrets that were read, to be blotted out wherever they stand.
    package func without(_ known: SecretForms) -> Finding {
        Finding(
            code: code,
            severity: severity,
            evidence: evidence.map { Redaction.text($0, known: known) },
            arguments: arguments,
            parts: parts,
            field: field
        )
    }
}
