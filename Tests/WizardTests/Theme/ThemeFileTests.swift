import MirrorCore
import Testing

@testable import Wizard

@Suite struct ThemeFileTests {
    private func theme(_ text: String) throws -> Theme { try Themes.named("x", in: [("x", text)]) }

    @Test func readsColoursAndAttributes() throws {
        let theme = try theme(
            """
            name = "x"
            [palette]
            red = { color = 203, fallback = 9 }
            blue = 4
            [roles]
            error = { foreground = "red", background = "blue", bold = true, dim = true, underline = true, reverse = true }
            text = { foreground = "default" }
            """
        )
        #expect(
            theme.style(.error)
                == Theme.Style(
                    foreground: .indexed(203, fallback: 9),
                    background: .ansi(4),
                    bold: true,
                    dim: true,
                    underline: true,
                    reverse: true
                )
        )
        #expect(theme.style(.text) == Theme.Style())
        #expect(theme.name == "x")
    }

    @Test func everyMistakeHasItsLine() {
        let table: [(String, ThemeError)] = [
            ("[roles]\ntext = {}", .noName),
            ("name = \"x\"\n[roles]\nerorr = {}", .unknownRole("erorr", line: 3)),
            ("name = \"x\"\n[roles]\n\nerror = { foreground = \"rad\" }", .unknownColor("rad", line: 4)),
            ("name = \"x\"\n[palette]\nred = 16", .badColor("red", line: 3)),
            ("name = \"x\"\n[palette]\nred = { color = 300, fallback = 1 }", .badColor("red", line: 3)),
            ("name = \"x\"\n[palette]\nred = { color = 200 }", .badColor("red", line: 3)),
            ("name = \"x\"\n[palette]\nred = { color = 200, fallback = 1, bold = true }", .unknownKey("bold", line: 3)),
            ("name = \"x\"\n[roles]\ntext = { italic = true }", .unknownKey("italic", line: 3)),
            ("name = \"x\"\nroels = 1", .unknownKey("roels", line: 2)),
            ("name = \"x\"\n[roles]\ntext = { bold = 1 }", .wrongType(key: "bold", expected: "boolean", line: 3)),
            ("name = 1", .wrongType(key: "name", expected: "string", line: 1)),
            ("name = \"x\"\ninherits = \"y\"", .unknownBase("y", line: 2)),
            ("name = \"x\"\ninherits = \"x\"", .unknownBase("x", line: 2)),
        ]
        for (text, error) in table {
            #expect(throws: error, "\(text)") { try theme(text) }
        }
        #expect(throws: ThemeError.unknownTheme("z")) { try Themes.named("z") }
        #expect {
            try theme("name = ")
        } throws: { error in
            if case .syntax(let error) = error as? ThemeError { error.line == 1 } else { false }
        }
    }

    @Test func aThemeRepaintsWhatItInherits() throws {
        let base = "name = \"a\"\n[palette]\nred = 1\n[roles]\nerror = { foreground = \"red\" }\ntext = { bold = true }"
        let files = [
            ("a", base), ("b", "name = \"b\"\ninherits = \"a\"\n[palette]\nred = 9\n[roles]\ntext = { dim = true }"),
        ]
        let theme = try Themes.named("b", in: files)
        #expect(theme.style(.error).foreground == .ansi(9))
        #expect(theme.style(.text) == Theme.Style(dim: true))
        #expect(theme.name == "b")
    }

    @Test func theEnvironmentMayForbidColours() {
        #expect(Themes.chosenName(asked: nil, environment: [:]) == "dark")
        #expect(Themes.chosenName(asked: nil, environment: ["NO_COLOR": "1"]) == "monochrome")
        #expect(Themes.chosenName(asked: nil, environment: ["NO_COLOR": ""]) == "dark")
        #expect(Themes.chosenName(asked: "light", environment: ["NO_COLOR": "1"]) == "light")
    }
}
