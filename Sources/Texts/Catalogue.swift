import CTexts
import Synchronization
import TOML

/// Every text the program shows, in one language: the files of a folder beside this one, which `CTexts` holds.
package struct Catalogue: Sendable {
    /// `en`, `ja`: what `LANG` begins with.
    package let language: String
    private let texts: [String: String]

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// Reads TOML: `[section]` tables of strings become `section.key`.
    ///
    /// A source that is not TOML adds nothing; a test holds every source to `read(_:)`.
    package init(language: String, sources: [String]) {
        var texts: [String: String] = [:]
        texts.reserveCapacity(4096)
        for source in sources {
            if let plain = PlainTexts.read(source) {
                for (key, text) in plain where texts[key] == nil { texts[key] = text }
                continue
            }
            guard let more = try? Self.read(source) else { continue }
            texts.merge(more) { first, _ in first }
        }
        self.init(language: language, texts: texts)
    }

    package init(language: String, source: String) { self.init(language: language, sources: [source]) }

    /// The texts of one source by their full keys.
    package static func read(_ source: String) throws(TOMLError) -> [String: String] {
        var texts: [String: String] = [:]
        func collect(_ table: TOMLTable, under prefix: String) {
            for entry in table.entries {
                switch entry.value {
                case .string(let text): texts[prefix + entry.key] = text
                case .table(let table): collect(table, under: prefix + entry.key + ".")
                default: break
                }
            }
        }
        collect(try TOMLDocument(source).root, under: "")
        return texts
    }

    package static let english = Catalogue(0)

    /// What is not translated yet shows in English.
    private init(_ number: Int) {
        let own = Self.sources(number)
        self.init(language: Self.languages[number], sources: number == 0 ? own : own + Self.sources(0))
    }

    /// English first.
    package static let languages: [String] = list { mir_language($0) }

    /// A language's files, as they are embedded.
    package static func sources(of language: String) -> [String] {
        languages.firstIndex(of: language).map(sources) ?? []
    }

    private static func sources(_ number: Int) -> [String] { list { mir_text(number, $0) } }

    private static func list(_ element: (Int) -> UnsafePointer<CChar>?) -> [String] {
        var all: [String] = []
        while let text = element(all.count) { all.append(String(cString: text)) }
        return all
    }

    private static let made = Mutex<[String: Catalogue]>([:])

    package static var all: [Catalogue] { languages.compactMap(named) }

    /// Only that one is read, once.
    package static func named(_ language: String) -> Catalogue? {
        guard let number = languages.firstIndex(of: language) else { return nil }
        if number == 0 { return english }
        return made.withLock { made in
            if let known = made[language] { return known }
            let catalogue = Catalogue(number)
            made[language] = catalogue
            return catalogue
        }
    }

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
            result +=
                Self.counted(name, phrase) ?? phrase.arguments[name].map(printable)
                ?? phrase.parts[name].map { self($0) } ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// `{images|image|images}` is the word for one or for any other number.
    private static func counted(_ name: String, _ phrase: Phrase) -> String? {
        let parts = name.split(separator: "|")
        guard parts.count == 3 else { return nil }
        return String(phrase.arguments[String(parts[0])] == "1" ? parts[1] : parts[2])
    }

    /// The text where there is no case yet to fill it from: `{issuer}` becomes `ISSUER`.
    package func general(_ key: String) -> String {
        var result = ""
        var rest = self(Phrase(key))[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result +=
                rest[..<open] + (name.split(separator: "|").dropFirst().last.map(String.init) ?? name.uppercased())
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        return result
    }

    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        self(Phrase(key, arguments))
    }
}
