import GoData
import MirrorCore
import Secrets
import TOML

/// Finds what is a secret by its place in a file, so that it can be blotted out wherever else it stands.
package enum SecretScan {
    /// Shorter ones stand in too many other words.
    static let minimum = 6

    /// The values of headers and of keys that hold secrets in TOML, and the logins of every `auth` in a Docker config.
    package static func secrets(inFiles files: [(path: String, bytes: [UInt8])]) -> [Secret] {
        var found: Set<String> = []
        for (path, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            logins(text, &found)
            if path.hasSuffix(".toml") {
                if let document = try? TOMLDocument(bytes: bytes) {
                    walk(document.root, inHeaders: false, &found)
                } else {
                    found.formUnion(TOMLOutline(text).secrets)
                }
            } else if path.hasSuffix(".json") || path.hasSuffix(".dockerconfigjson") {
                auths(text, &found)
            }
        }
        return found.filter { $0.utf8.count >= minimum }.sorted { $0.count > $1.count }.map { Secret($0) }
    }

    /// `USER:PASSWORD` of addresses, and the password alone; both as they are written and as they are meant.
    package static func logins(in text: String) -> [Secret] {
        var found: Set<String> = []
        logins(text, &found)
        return found.map { Secret($0) }
    }

    private static func logins(_ text: String, _ found: inout Set<String>) {
        for login in URLLogin.logins(in: text) {
            found.insert(login)
            let password = login.firstIndex(of: ":").map { String(login[login.index(after: $0)...]) } ?? login
            for part in [login, password] {
                found.insert(part)
                if let decoded = try? GoEscape.decode(part, .userinfo) { found.insert(decoded) }
            }
        }
    }

    private static func walk(_ table: TOMLTable, inHeaders: Bool, _ found: inout Set<String>) {
        for entry in table.entries {
            let key = entry.key.lowercased()
            let isHeaders = inHeaders || key == "header" || key == "headers"
            if inHeaders, ["accept", "user-agent"].contains(key) { continue }
            if let inner = entry.value.table {
                walk(inner, inHeaders: isHeaders, &found)
                continue
            }
            let isSecret = isHeaders || Redaction.isSecret(entry.key, inURL: false)
            for value in [entry.value] + (entry.value.array ?? []) {
                if let inner = value.table { walk(inner, inHeaders: isHeaders, &found) }
                if isSecret, let text = value.string { add(text, &found) }
            }
        }
    }

    /// The whole, what follows a scheme, and both parts of a login.
    private static func add(_ text: String, _ found: inout Set<String>) {
        found.insert(text)
        let word = text.split(separator: " ").last.map(String.init) ?? text
        if word != text { found.insert(word) }
        guard let decoded = try? Base64.decodeStrictly(word), let pair = String(validating: decoded, as: UTF8.self),
            let colon = pair.firstIndex(of: ":")
        else { return }
        found.insert(pair)
        found.insert(String(pair[pair.index(after: colon)...]))
    }

    /// `"auth": "dXNlcjpwYXNz"`, wherever it stands.
    private static func auths(_ text: String, _ found: inout Set<String>) {
        for key in ["\"auth\"", "\"identitytoken\"", "\"password\"", "\"registrytoken\""] {
            var rest = text[...]
            while let range = rest.firstRange(of: key) {
                rest = rest[range.upperBound...]
                let value = rest.drop { $0.isWhitespace || $0 == ":" }
                guard value.first == "\"" else { continue }
                add(String(value.dropFirst().prefix { $0 != "\"" }), &found)
            }
        }
    }
}
