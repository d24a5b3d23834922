import MirrorCore
import Testing

@Suite struct CatalogueTests {
    @Test func everyEnglishSourceIsReadAndNoKeyIsGivenTwice() throws {
        var seen: Set<String> = []
        for source in englishTexts {
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
}
