import Testing

@testable import Diagnosis
@testable import Texts

@Suite struct CatalogueTests {
    @Test func everyEnglishSourceIsReadAndNoKeyIsGivenTwice() throws {
        var seen: Set<String> = []
        for source in Catalogue.sources(of: "en") {
            for key in try Catalogue.read(source).keys {
                #expect(seen.insert(key).inserted, "\(key) is defined twice")
            }
        }
        #expect(Catalogue.english.keys == seen)
    }

    @Test func aBrokenSourceAddsNothing() {
        let catalogue = Catalogue(
            language: "en",
            sources: ["[a]\nb = 'x {n}'", "[broken", "[issue]\n\"e.n.fix\" = 'y'"]
        )
        #expect(catalogue("a.b", ["n": "1\u{1B}"]) == "x 1\u{FFFD}")
        #expect(catalogue("issue.e.n.fix") == "y")
        #expect(catalogue.keys.count == 2)
    }

    /// The quick reader says what the whole one says, of nearly everything that there is.
    @Test func plainTextsAreReadAsTOMLIs() throws {
        var others = 0
        for source in Catalogue.languages.flatMap(Catalogue.sources) {
            guard let plain = PlainTexts.read(source) else {
                others += 1
                continue
            }
            #expect(
                Dictionary(plain.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 }) == (try Catalogue.read(source))
            )
        }
        #expect(others <= 2 * Catalogue.languages.count, "\(others) sources make every command slower")
        for other in [
            "a = 1", "a = 'b'", "a = \"\"\"b\"\"\"", "a.b = \"c\"", "[a..b]", "a = \"\\u0041\"", "a = \"b",
            "a = \"b\" c",
        ] {
            #expect(PlainTexts.read(other) == nil, "\(other)")
        }
        let plain = try #require(PlainTexts.read("# c\n\n[s]\n\"k.e\" = \"\\\"x\\\\\\n\"\nb=\"\""))
        #expect(plain.map(\.key) == ["s.k.e", "s.b"] && plain.map(\.text) == ["\"x\\\n", ""])
    }

    static func texts(_ sources: [String]) throws -> [String: String] {
        var all: [String: String] = [:]
        for source in sources {
            for (key, text) in try Catalogue.read(source) {
                #expect(all.updateValue(text, forKey: key) == nil, "\(key) is defined twice")
            }
        }
        return all
    }

    /// The names between braces; `}` alone is text.
    static func placeholders(_ text: String) -> Set<Substring> {
        let afterBraces = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        let names = afterBraces.compactMap { rest in rest.firstIndex(of: "}").map { rest[..<$0] } }
        return Set(names.filter { $0.allSatisfy(\.isLetter) })
    }

    @Test func everyLanguageHasTheSameTextsWithTheSamePlaceholders() throws {
        let english = try Self.texts(Catalogue.sources(of: "en"))
        #expect(Catalogue.languages.count > 1)
        for language in Catalogue.languages.dropFirst() {
            let others = try Self.texts(Catalogue.sources(of: language))
            #expect(Set(english.keys).subtracting(others.keys).sorted() == [], "not translated: \(language)")
            #expect(Set(others.keys).subtracting(english.keys).sorted() == [], "no such text: \(language)")
            for (key, text) in others {
                #expect(Self.placeholders(text) == Self.placeholders(english[key] ?? ""), "\(language): \(key)")
                #expect(!text.isEmpty, "\(language): \(key)")
            }
        }
    }

    @Test func noFindingLacksATextInAnyLanguage() throws {
        for sources in Catalogue.languages.map(Catalogue.sources) {
            let texts = try Self.texts(sources)
            for code in findingCodes {
                for part in ["title", "cause", "next"] { #expect(texts["\(code).\(part)"] != nil, "\(code).\(part)") }
            }
        }
    }
}
