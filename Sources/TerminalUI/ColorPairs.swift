import CNcurses
import Wizard

/// The curses attributes of one role.
struct CellStyle: Equatable {
    /// `MIR_…` bits.
    var attributes: UInt32
    var pair: Int32
}

/// What the terminal can show, as terminfo says.
struct ColorSupport: Equatable {
    /// 0 for monochrome.
    var colors: Int
    var pairs: Int
    /// Whether a pair may hold the terminal's own colours.
    var hasDefaultColors: Bool

    static let monochrome = ColorSupport(colors: 0, pairs: 0, hasDefaultColors: false)
}

/// A theme's styles as colour pairs, in three palettes: none, 8 or 16, 256.
///
/// Pairs are numbered here from 1 up: `alloc_pair` crashes on a monochrome terminal and refuses colours above
/// the terminal's. `init_color` is never used, it would change the operator's palette for good.
struct ColorPairs {
    private let support: ColorSupport
    private var numbers: [[Int]: Int32] = [:]
    private(set) var styles: [StyleRole: CellStyle] = [:]

    /// - Parameter define: `(pair, foreground, background)`, −1 for the terminal's own colour; false if it cannot.
    init(theme: Theme, support: ColorSupport, define: (Int32, Int32, Int32) -> Bool) {
        self.support = support
        for role in StyleRole.allCases { styles[role] = cellStyle(theme.style(role), define) }
    }

    subscript(role: StyleRole) -> CellStyle { styles[role] ?? CellStyle(attributes: 0, pair: 0) }

    private mutating func cellStyle(_ style: Theme.Style, _ define: (Int32, Int32, Int32) -> Bool) -> CellStyle {
        var attributes: UInt32 = 0
        if style.bold { attributes |= UInt32(MIR_BOLD) }
        if style.dim { attributes |= UInt32(MIR_DIM) }
        if style.underline { attributes |= UInt32(MIR_UNDERLINE) }
        if style.reverse { attributes |= UInt32(MIR_REVERSE) }
        guard support.colors >= 8 else { return CellStyle(attributes: attributes, pair: 0) }
        var foreground = number(style.foreground, standIn: 7)
        let background = number(style.background, standIn: 0)
        // Two colours that are one among eight would hide the text.
        if foreground.value == background.value, foreground.value >= 0 {
            foreground = (background.value == 0 ? 7 : 0, false)
        }
        // Eight colours have no bright ones; bold is how such a terminal makes them.
        if foreground.isBright { attributes |= UInt32(MIR_BOLD) }
        return CellStyle(attributes: attributes, pair: pair(foreground.value, background.value, define))
    }

    private func number(_ color: Theme.Color, standIn: Int) -> (value: Int, isBright: Bool) {
        switch color {
        case .terminalDefault: (support.hasDefaultColors ? -1 : standIn, false)
        case .ansi(let number) where number < support.colors: (number, false)
        // Bold black is black on many terminals, and no grey on any.
        case .ansi(8): (7, false)
        case .ansi(let number): (number % 8, number >= 8)
        case .indexed(let number, _) where support.colors >= 256: (number, false)
        case .indexed(_, let fallback): self.number(.ansi(fallback), standIn: standIn)
        }
    }

    private mutating func pair(_ foreground: Int, _ background: Int, _ define: (Int32, Int32, Int32) -> Bool) -> Int32 {
        // Pair 0 is the terminal's own pair and cannot be defined.
        if support.hasDefaultColors, foreground == -1, background == -1 { return 0 }
        if let known = numbers[[foreground, background]] { return known }
        let next = Int32(numbers.count + 1)
        guard next < support.pairs, define(next, Int32(foreground), Int32(background)) else { return 0 }
        numbers[[foreground, background]] = next
        return next
    }
}
