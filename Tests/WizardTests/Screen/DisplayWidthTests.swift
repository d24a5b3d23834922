import Testing

@testable import Wizard

@Suite struct DisplayWidthTests {
    @Test func countsCellsAsTerminalsDo() {
        let table: [(String, Int)] = [
            ("", 0), ("abc", 3), ("世界", 4), ("é", 1), ("e\u{301}", 1), ("ｶﾞ", 2), ("ガ", 2), ("カ\u{3099}", 2),
            ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
            ("👨\u{200D}👩\u{200D}👧", 6), ("\u{200B}", 0), ("\u{202E}", 0), ("\u{301}", 0), ("\t", 1), ("\r\n", 1),
            ("\u{1B}", 1), ("🫨", 2), ("│", 1), ("…", 1), ("│─╭", 3), ("ＡＢ", 4), ("का", 2),
        ]
        for (text, width) in table {
            #expect(DisplayWidth.of(text) == width, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test func drawsNoJoinersSelectorsOrControls() {
        func drawn(_ text: String) -> String {
            text.flatMap { DisplayWidth.drawable($0) }.map { String($0.character) }.joined(separator: "|")
        }
        #expect(drawn("👨\u{200D}👩") == "👨|👩")
        #expect(drawn("❤\u{FE0F}") == "❤")
        #expect(drawn("👍🏽") == "👍")
        #expect(drawn("e\u{301}") == "e\u{301}")
        #expect(drawn("a\tb\u{1B}[") == "a| |b|\u{FFFD}|[")
        #expect(drawn("x\u{202E}y") == "x|y")
        #expect(drawn("a" + String(repeating: "\u{301}", count: 9)) == "a" + String(repeating: "\u{301}", count: 4))
    }

    @Test func wideRangesAreSortedAndApart() {
        for (left, right) in zip(WideCharacters.ranges, WideCharacters.ranges.dropFirst()) {
            #expect(left.upperBound < right.lowerBound)
        }
    }
}
