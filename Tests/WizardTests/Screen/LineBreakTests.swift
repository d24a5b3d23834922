import Testing
import Wizard

@Suite struct LineBreakTests {
    @Test func japaneseBreaksBetweenCharactersAndMarksCling() {
        #expect(wrapped("レジストリ。", width: 10) == ["レジスト", "リ。"])
        #expect(wrapped("名前「空間」は", width: 6) == ["名前", "「空", "間」は"])
        #expect(wrapped("ノード", width: 4) == ["ノー", "ド"])
        #expect(wrapped("https://h:1 と入力", width: 13) == ["https://h:1", "と入力"])
        #expect(wrapped("証明書はmirror", width: 10) == ["証明書は", "mirror"])
    }

    @Test func noLineIsWiderThanAsked() {
        let text = "レジストリは /v2/ に 200 を返しますが、「レジストリ」のヘッダーも JSON も (何も) ありません。"
        for width in 2...40 {
            let lines = wrapped(text, width: width)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test func latinBreaksAtBlanksOnly() {
        #expect(wrapped("one two-three four", width: 9) == ["one", "two-three", "four"])
        #expect(wrapped("abcdefgh", width: 3) == ["abc", "def", "gh"])
    }
}
