import CNcurses
import Glibc
import Testing
import Wizard

@testable import TerminalUI

/// Draws with real ncurses on /dev/null and reads the cells back from it.
@Suite(.serialized) struct CursesCanvasTests {
    struct ReadCell: Equatable {
        var text: String
        var attributes: UInt32
        var pair: Int32
    }

    /// - Parameter body: gets what the terminal can do.
    static func withCurses(_ term: String, size: Size, _ body: (ColorSupport) throws -> Void) throws {
        _ = mir_choose_locale("xterm")
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        try #require(null >= 0)
        defer { close(null) }
        try #require(mir_terminal_usable(term, null) == 0)
        try #require(mir_screen_open(term, null, null) == 0)
        defer { mir_screen_close() }
        mir_screen_resize(Int32(size.rows), Int32(size.columns))
        try body(.ofTerminal)
    }

    static func cell(_ row: Int, _ column: Int) -> ReadCell {
        var text = [wchar_t](repeating: 0, count: 8)
        var read = ReadCell(text: "", attributes: 0, pair: -1)
        let length = mir_get(Int32(row), Int32(column), &text, 8, &read.attributes, &read.pair)
        for value in text.prefix(max(0, Int(length))) {
            if let scalar = Unicode.Scalar(UInt32(bitPattern: value)) { read.text.unicodeScalars.append(scalar) }
        }
        return read
    }

    static func line(_ row: Int, columns: Range<Int>) -> String { columns.map { cell(row, $0).text }.joined() }

    static let theme = Theme(
        name: "test",
        styles: [
            .error: .init(foreground: .indexed(203, fallback: 9), bold: true),
            .focus: .init(foreground: .ansi(0), background: .ansi(6)),
            .selected: .init(reverse: true), .hint: .init(dim: true), .key: .init(underline: true),
        ]
    )

    @Test func drawsTextRolesAndWideCharacters() throws {
        let size = Size(columns: 80, rows: 24)
        try Self.withCurses("xterm-256color", size: size) { support in
            var screen = Screen(size: size)
            screen.put("plain 世界 e\u{301} │", row: 0, column: 0, style: .text)
            screen.put("wrong", row: 1, column: 3, style: .error)
            screen.put("right", row: 2, column: 3, style: .selected)
            screen.put("hint", row: 2, column: 10, style: .hint)
            screen.put("key", row: 2, column: 20, style: .key)
            screen.put("corner", row: 23, column: 74, style: .text)
            screen.put("世", row: 3, column: 78, style: .text)
            let canvas = CursesCanvas(theme: Self.theme, support: support, isUTF8: true)
            canvas.draw(screen)
            #expect(Self.line(0, columns: 0..<6) == "plain ")
            #expect(Self.cell(0, 6).text == "世")
            #expect(Self.cell(0, 8).text == "界")
            #expect(Self.cell(0, 11).text == "e\u{301}")
            #expect(Self.cell(0, 13).text == "│")
            #expect(Self.line(1, columns: 3..<8) == "wrong")
            let error = Self.cell(1, 3)
            #expect(error.attributes == UInt32(MIR_BOLD))
            #expect(error.pair > 0)
            #expect(Self.cell(0, 0).pair == 0)
            #expect(Self.cell(2, 3).attributes == UInt32(MIR_REVERSE))
            #expect(Self.cell(2, 10).attributes == UInt32(MIR_DIM))
            #expect(Self.cell(2, 20).attributes == UInt32(MIR_UNDERLINE))
            #expect(Self.line(23, columns: 74..<80) == "corner")
            #expect(Self.cell(3, 78).text == "世")

            // The next screen leaves nothing of the last one, halves of wide characters included.
            canvas.draw(Screen(size: size))
            #expect(Self.line(0, columns: 0..<80) == String(repeating: " ", count: 80))
            #expect(Self.line(3, columns: 0..<80) == String(repeating: " ", count: 80))
        }
    }

    /// A character that glibc does not know would end the line in curses.
    @Test func replacesWhatCursesCannotCount() throws {
        let size = Size(columns: 20, rows: 3)
        try Self.withCurses("xterm-256color", size: size) { support in
            var screen = Screen(size: size)
            screen.put("a🫨b", row: 0, column: 0, style: .text)
            screen.put("👨\u{200D}👩x\u{1B}[31m", row: 1, column: 0, style: .text)
            CursesCanvas(theme: Self.theme, support: support, isUTF8: true).draw(screen)
            #expect(Self.line(0, columns: 0..<4) == "a\u{FFFD} b")
            #expect(Self.cell(1, 0).text == "👨")
            #expect(Self.cell(1, 2).text == "👩")
            #expect(Self.line(1, columns: 4..<10) == "x\u{FFFD}[31m")

            CursesCanvas(theme: Self.theme, support: support, isUTF8: false).draw(screen)
            #expect(Self.line(0, columns: 0..<4) == "a? b")
        }
    }

    @Test func terminalsWithoutColoursGetAttributes() throws {
        for term in ["vt100", "xterm-mono"] {
            let size = Size(columns: 20, rows: 3)
            try Self.withCurses(term, size: size) { support in
                #expect(support == .monochrome)
                var screen = Screen(size: size)
                screen.put("wrong", row: 0, column: 0, style: .error)
                CursesCanvas(theme: Self.theme, support: support, isUTF8: true).draw(screen)
                #expect(Self.cell(0, 0) == ReadCell(text: "w", attributes: UInt32(MIR_BOLD), pair: 0))
            }
        }
    }

    @Test func everyKindOfTerminalTakesEveryTheme() throws {
        for term in ["linux", "xterm", "xterm-16color", "xterm-256color", "screen", "tmux-256color", "vt220", "rxvt"]
        where terminfoKnows(term) {
            try Self.withCurses(term, size: Size(columns: 80, rows: 24)) { support in
                for name in Themes.names where name != "monochrome" {
                    let theme = try Themes.named(name)
                    let pairs = ColorPairs(theme: theme, support: support) { mir_define_pair($0, $1, $2) == 0 }
                    #expect((pairs[.error].pair > 0) == (support.colors >= 8), "\(term) \(name)")
                    #expect((pairs[.focus].pair > 0) == (support.colors >= 8), "\(term) \(name)")
                    // With eight colours, too, focus stands out.
                    if support.colors >= 8 { #expect(pairs[.focus].pair != pairs[.text].pair, "\(term) \(name)") }
                }
            }
        }
    }

    private func terminfoKnows(_ term: String) -> Bool {
        ["/lib", "/usr/share", "/etc"].contains { access("\($0)/terminfo/\(term.prefix(1))/\(term)", R_OK) == 0 }
    }

    @Test func resizes() throws {
        try Self.withCurses("xterm-256color", size: Size(columns: 80, rows: 24)) { support in
            let canvas = CursesCanvas(theme: Self.theme, support: support, isUTF8: true)
            for size in [Size(columns: 120, rows: 40), Size(columns: 20, rows: 5)] {
                mir_screen_resize(Int32(size.rows), Int32(size.columns))
                var screen = Screen(size: size)
                screen.put("x", row: size.rows - 1, column: size.columns - 1, style: .text)
                canvas.draw(screen)
                #expect(Self.cell(size.rows - 1, size.columns - 1).text == "x")
            }
        }
    }

    /// ncurses places the cursor by glibc's `wcwidth`; where the two disagree, a line is torn.
    @Test func displayWidthAgreesWithGlibc() {
        #expect(mir_choose_locale("xterm") == 1)
        var compared = 0
        // A combining mark until Unicode 14, a spacing one since.
        let changed: Set<UInt32> = [0x1171E]
        for value in UInt32(0x20)...0x3FFFF where !changed.contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let theirs = mir_wcwidth(wchar_t(bitPattern: value))
            guard theirs >= 0 else { continue }
            compared += 1
            #expect(DisplayWidth.of(scalar) == Int(theirs), "U+\(String(value, radix: 16))")
        }
        #expect(compared > 100_000)
    }
}
