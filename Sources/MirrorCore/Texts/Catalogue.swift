/// Every text the program shows, in one language.
///
/// A language is one file that holds `section.key` → text as TOML, and one line in `all`.
package struct Catalogue: Sendable {
    /// `en`, `ja`: what `LANG` begins with.
    package let language: String
    private let texts: [String: String]

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    package static let english = Catalogue(language: "en", texts: ["app.name": "mirrorctl"])

    /// ADD A LANGUAGE HERE.
    package static let all: [Catalogue] = [.english]

    package var keys: Set<String> { Set(texts.keys) }

    /// The text with its placeholders filled; a missing text shows its key, which a test forbids.
    ///
    /// Arguments may hold what a registry or a file said: control characters are replaced.
    package func callAsFunction(_ phrase: Phrase) -> String {
        guard let template = texts[phrase.key] else { return phrase.key }
        guard template.contains("{") else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let afterOpen = rest.index(after: open)
            guard let close = rest[afterOpen...].firstIndex(of: "}") else {
                rest = rest[open...]
                break
            }
            let name = String(rest[afterOpen..<close])
            result += phrase.arguments[name].map(printable) ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        self(Phrase(key, arguments))
    }
}
