import CNcurses
import Testing
import Wizard

@testable import TerminalUI

@Suite struct ColorPairsTests {
    /// The `(foreground, background)` that a style becomes on a terminal, and whether it is bold.
    private func colors(_ style: Theme.Style, _ support: ColorSupport) -> (pair: [Int32]?, bold: Bool) {
        var defined: [Int32: [Int32]] = [:]
        let theme = Theme(name: "t", styles: [.error: style])
        let pairs = ColorPairs(theme: theme, support: support) { pair, foreground, background in
            defined[pair] = [foreground, background]
            return true
        }
        return (defined[pairs[.error].pair], pairs[.error].attributes & UInt32(MIR_BOLD) != 0)
    }

    @Test func eachPaletteHasItsColours() {
        let eight = ColorSupport(colors: 8, pairs: 64, hasDefaultColors: true)
        let sixteen = ColorSupport(colors: 16, pairs: 256, hasDefaultColors: true)
        let many = ColorSupport(colors: 256, pairs: 65536, hasDefaultColors: true)
        let style = Theme.Style(foreground: .indexed(203, fallback: 9), background: .ansi(4))
        #expect(colors(style, many) == ([203, 4], false))
        #expect(colors(style, sixteen) == ([9, 4], false))
        #expect(colors(style, eight) == ([1, 4], true))
        #expect(colors(style, .monochrome) == (nil, false))
        let noDefaults = ColorSupport(colors: 8, pairs: 64, hasDefaultColors: false)
        #expect(colors(Theme.Style(foreground: .ansi(2)), noDefaults) == ([2, 0], false))
        #expect(colors(Theme.Style(), noDefaults) == ([7, 0], false))
        #expect(colors(Theme.Style(), many) == (nil, false))
    }

    /// Eight colours: bold black is no grey, and no text has the colour of what is behind it.
    @Test func eightColoursHideNothing() throws {
        let eight = ColorSupport(colors: 8, pairs: 64, hasDefaultColors: true)
        #expect(colors(Theme.Style(foreground: .ansi(8)), eight) == ([7, -1], false))
        #expect(colors(Theme.Style(foreground: .ansi(15), background: .ansi(7)), eight) == ([0, 7], false))
        for name in Themes.names {
            let theme = try Themes.named(name)
            for role in StyleRole.allCases {
                let (pair, isBold) = colors(theme.style(role), eight)
                guard let pair else { continue }
                #expect(pair[0] != pair[1] && !(pair[0] == 0 && isBold && pair[1] < 1), "\(name) \(role): \(pair)")
            }
        }
    }

    @Test func rolesThatLookAlikeShareAPair() {
        var defined = 0
        let theme = Theme(
            name: "t",
            styles: [.error: .init(foreground: .ansi(1)), .removed: .init(foreground: .ansi(1))]
        )
        let pairs = ColorPairs(theme: theme, support: .init(colors: 8, pairs: 64, hasDefaultColors: true)) { _, _, _ in
            defined += 1
            return true
        }
        #expect(defined == 1)
        #expect(pairs[.error] == pairs[.removed])
    }

    @Test func runningOutOfPairsLosesColourOnly() {
        let theme = Theme(name: "t", styles: [.error: .init(foreground: .ansi(1), bold: true)])
        let pairs = ColorPairs(theme: theme, support: .init(colors: 8, pairs: 1, hasDefaultColors: true)) { _, _, _ in
            true
        }
        #expect(pairs[.error] == CellStyle(attributes: UInt32(MIR_BOLD), pair: 0))
    }
}

private func == (left: (pair: [Int32]?, bold: Bool), right: ([Int32]?, Bool)) -> Bool {
    left.pair == right.0 && left.bold == right.1
}
