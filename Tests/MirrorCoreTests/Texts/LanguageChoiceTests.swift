import MirrorCore
import Testing
import Texts

@Suite struct LanguageChoiceTests {
    @Test func theOptionWinsOverTheLocale() {
        let choice = LanguageChoice(words: ["probe", "--lang", "en", "x"], environment: ["LC_ALL": "ja_JP.UTF-8"])
        #expect(choice.catalogue.language == "en")
        #expect(choice.words == ["probe", "x"])
        #expect(LanguageChoice(words: ["--lang=ja"], environment: [:]).catalogue.language == "ja")
    }

    @Test func theLocaleIsReadAsPOSIXHasIt() {
        let cases: [([String: String], String)] = [
            (["LANG": "ja_JP.UTF-8"], "ja"), (["LANG": "ja"], "ja"), (["LANG": "ja_JP.utf8@x"], "ja"),
            (["LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"], "en"), (["LC_ALL": "", "LC_MESSAGES": "ja_JP"], "ja"),
            (["LC_MESSAGES": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"], "en"), (["LANG": "de_DE.UTF-8"], "en"),
            // What is shown is UTF-8.
            (["LANG": "ja_JP.eucJP"], "en"), ([:], "en"),
        ]
        for (environment, language) in cases {
            #expect(
                LanguageChoice(words: [], environment: environment).catalogue.language == language,
                "\(environment)"
            )
        }
    }

    @Test func anUnknownLanguageIsSaid() {
        #expect(LanguageChoice(words: ["--lang", "xx"], environment: [:]).unknown == "xx")
        #expect(LanguageChoice(words: ["--lang"], environment: [:]).unknown == "")
        #expect(LanguageChoice(words: ["--", "--lang", "xx"], environment: [:]).unknown == nil)
        #expect(LanguageChoice(words: ["--lang", "ja"], environment: [:]).unknown == nil)
    }
}
