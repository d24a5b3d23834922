import MirrorCore
import Testing

@testable import Wizard

/// The themes in the binary.
@Suite struct ThemesTests {
    private var all: [Theme] { get throws { try Themes.names.map { try Themes.named($0) } } }

    @Test func everyThemeSetsEveryRole() throws {
        #expect(Themes.names.first == "dark" && Themes.names.contains(Themes.monochromeName))
        for theme in try all {
            #expect(Set(theme.styles.keys) == Set(StyleRole.allCases), "\(theme.name)")
        }
        for name in Themes.names { #expect(try Themes.named(name).name == name) }
    }

    /// Roles that stand beside each other and mean different things.
    static let apart: [(StyleRole, StyleRole)] = [
        (.error, .text), (.error, .warning), (.warning, .text), (.success, .text), (.error, .success), (.focus, .text),
        (.focus, .value), (.focus, .selected), (.selected, .text), (.cursorLine, .text), (.added, .removed),
        (.added, .text), (.removed, .text), (.stepCurrent, .stepDone), (.stepCurrent, .stepPending),
        (.placeholder, .value), (.inferred, .value), (.inferred, .text), (.key, .hint), (.key, .text), (.title, .text),
    ]

    @Test func rolesThatMeanDifferentThingsLookDifferent() throws {
        for theme in try all {
            for (left, right) in Self.apart {
                #expect(theme.style(left) != theme.style(right), "\(theme.name): \(left), \(right)")
            }
        }
    }

    @Test func monochromeUsesAttributesOfAnyTerminal() throws {
        let theme = try Themes.named("monochrome")
        for role in StyleRole.allCases {
            #expect(theme.style(role).foreground == .terminalDefault, "\(role)")
            #expect(theme.style(role).background == .terminalDefault, "\(role)")
        }
        // A VT100 has no dim.
        for (left, right) in Self.apart {
            var (one, other) = (theme.style(left), theme.style(right))
            (one.dim, other.dim) = (false, false)
            #expect(one != other, "\(left), \(right)")
        }
    }

    /// Least contrast of any role, by WCAG 2.2; the terminal's own colours are taken as the theme's name says.
    @Test func everyTextCanBeRead() throws {
        let table: [(theme: String, foreground: Int, background: Int, least: Double)] = [
            ("dark", 252, 16, 4.5), ("light", 16, 231, 4.5), ("high-contrast", 231, 16, 7),
        ]
        for (name, foreground, background, least) in table {
            let theme = try Themes.named(name)
            for role in StyleRole.allCases {
                let style = theme.style(role)
                let ratio = contrast(
                    luminance(style.foreground, or: foreground),
                    luminance(style.background, or: background)
                )
                #expect(ratio >= least, "\(name) \(role): \(ratio)")
            }
        }
    }

    /// The terminal's own colour may be any: on a background of ours it may not be seen at all.
    @Test func aBackgroundComesWithItsForeground() throws {
        for theme in try all {
            for role in StyleRole.allCases where theme.style(role).background != .terminalDefault {
                #expect(theme.style(role).foreground != .terminalDefault, "\(theme.name) \(role)")
            }
        }
    }

    @Test func highContrastSetsBothColoursEverywhere() throws {
        let theme = try Themes.named("high-contrast")
        for role in StyleRole.allCases {
            #expect(theme.style(role).foreground != .terminalDefault, "\(role)")
            #expect(theme.style(role).background != .terminalDefault, "\(role)")
            #expect(!theme.style(role).dim, "\(role)")
        }
    }

    private func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// Relative luminance of xterm's 256 colours; only the cube and the greys, whose values are the same everywhere.
    private func luminance(_ color: Theme.Color, or standIn: Int) -> Double {
        let number = if case .indexed(let number, _) = color { number } else { standIn }
        let levels = [0, 95, 135, 175, 215, 255]
        let cube = number - 16
        let parts =
            number >= 232
            ? Array(repeating: 8 + 10 * (number - 232), count: 3)
            : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
        let linear = parts.map { part in
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// x^2.4, as x² times the fifth root of x² (Newton), to need no Foundation.
    private func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
