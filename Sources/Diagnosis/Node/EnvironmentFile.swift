/// What `EnvironmentFile=` names: `KEY=VALUE` line by line.
///
/// Source: systemd.exec(5), `parse_env_file` in systemd's `src/basic/env-file.c`.
enum EnvironmentFile {
    /// The variables that say which proxies and CAs containerd uses; nothing else of such a file is ever kept.
    static func counts(_ name: String) -> Bool {
        ["http_proxy", "https_proxy", "no_proxy", "ssl_cert_file", "ssl_cert_dir"].contains(name.lowercased())
    }

    /// In the order of the file; a name may stand twice.
    static func variables(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        var found: [(String, String)] = []
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        while !rest.isEmpty {
            let line = rest.drop { $0.isWhitespace }
            guard let first = line.first else { break }
            guard first != "#", first != ";" else {
                rest = line.drop { !$0.isNewline }
                continue
            }
            let name = line.prefix { $0 != "=" && !$0.isNewline }
            rest = line.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            found.append((String(name).trimmingBlanks, value(&rest)))
        }
        return found
    }

    /// Without the variables that do not count.
    static func withoutOthers(_ bytes: [UInt8]) -> [UInt8] {
        let kept = variables(bytes).filter { counts($0.name) && !$0.value.contains(where: \.isNewline) }
        return Array(kept.map { "\($0.name)='\($0.value.filter { $0 != "'" })'\n" }.joined().utf8)
    }

    /// Quotes may begin anywhere; a backslash takes the next character, and joins lines.
    private static func value(_ rest: inout Substring) -> String {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        var value = ""
        var blanks = ""
        var quote: Character?
        while let character = rest.popFirst() {
            if quote == nil, character.isNewline { break }
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                value += blanks
                blanks = ""
            } else if character == "\\", quote != "'" {
                guard let next = rest.popFirst() else { break }
                if next.isNewline { continue }
                value += blanks + (quote == nil || "\"\\`$".contains(next) ? "" : "\\") + String(next)
                blanks = ""
            } else if quote == nil, character == " " || character == "\t" {
                blanks.append(character)
            } else {
                value += blanks + String(character)
                blanks = ""
            }
        }
        return value
    }
}
