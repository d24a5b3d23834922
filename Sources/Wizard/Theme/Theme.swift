import Themes

/// How each role looks.
package struct Theme: Equatable, Sendable {
    /// A colour of the terminal: its default, one of the 16, or one of the 256 with the nearest of the 16 beside it.
    package enum Color: Equatable, Sendable {
        case terminalDefault
        /// 0 to 15.
        case ansi(Int)
        /// 16 to 255; `fallback` is 0 to 15.
        case indexed(Int, fallback: Int)
    }

    package struct Style: Equatable, Sendable {
        package var foreground: Color
        package var background: Color
        package var bold: Bool
        package var dim: Bool
        package var underline: Bool
        package var reverse: Bool

        package init(
            foreground: Color = .terminalDefault,
            background: Color = .terminalDefault,
            bold: Bool = false,
            dim: Bool = false,
            underline: Bool = false,
            reverse: Bool = false
        ) {
            self.foreground = foreground
            self.background = background
            self.bold = bold
            self.dim = dim
            self.underline = underline
            self.reverse = reverse
        }
    }

    package let name: String
    package var styles: [StyleRole: Style]

    package init(name: String, styles: [StyleRole: Style]) {
        self.name = name
        self.styles = styles
    }

    package func style(_ role: StyleRole) -> Style { styles[role] ?? Style() }
}
