import Foundation
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
            ("colourblind-dark", 252, 16, 4.5), ("colourblind-light", 16, 231, 4.5),
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

    /// What has the focus is seen without colours, too.
    @Test func theFocusIsMoreThanAColour() throws {
        func attributes(_ style: Theme.Style) -> [Bool] { [style.bold, style.underline, style.reverse] }
        for theme in [try Themes.named("monochrome"), try Themes.named("high-contrast")] {
            for (focused, other) in [(StyleRole.focus, StyleRole.value), (.focus, .text), (.selected, .value)] {
                let (one, two) = (attributes(theme.style(focused)), attributes(theme.style(other)))
                #expect(one != two, "\(theme.name): \(focused), \(other)")
            }
        }
    }

    /// Colours that say what is so stay apart for readers without red, green or blue cones: at least 20 in CIE 1976 Lab, in
    /// the simulation of Machado, Oliveira and Fernandes (2009), severity 1.
    @Test(arguments: ["colourblind-dark", "colourblind-light"])
    func coloursStayApart(name: String) throws {
        let theme = try Themes.named(name)
        let roles: [StyleRole] = [.error, .warning, .success, .info]
        let colours = roles.map { number(theme.style($0).foreground) } + [name.hasSuffix("light") ? 16 : 252]
        for (vision, matrix) in ColourVision.all {
            let seen = colours.map { ColourVision.lab(ColourVision.seen(linear($0), matrix)) }
            for one in seen.indices {
                for other in seen.indices where other > one {
                    let distance = ColourVision.distance(seen[one], seen[other])
                    #expect(distance >= 20, "\(vision): \(colours[one]), \(colours[other]): \(distance)")
                }
            }
        }
        #expect(theme.style(.added).foreground == theme.style(.success).foreground)
        #expect(theme.style(.removed).foreground == theme.style(.error).foreground)
    }

    /// The usual themes do not: the measure can fail.
    @Test(arguments: ["dark", "light"]) func theMeasureTellsThemApart(name: String) throws {
        let theme = try Themes.named(name)
        let colours = [StyleRole.error, .success].map { linear(number(theme.style($0).foreground)) }
        let least = ColourVision.all.map { _, matrix in
            let seen = colours.map { ColourVision.lab(ColourVision.seen($0, matrix)) }
            return ColourVision.distance(seen[0], seen[1])
        }.min()
        #expect((least ?? 20) < 20)
    }

    private func number(_ color: Theme.Color) -> Int { if case .indexed(let number, _) = color { number } else { 0 } }

    private func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private func luminance(_ color: Theme.Color, or standIn: Int) -> Double {
        let number = if case .indexed(let number, _) = color { number } else { standIn }
        let parts = linear(number)
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// Of xterm's 256 colours only the cube and the greys, whose values are the same everywhere.
    private func linear(_ number: Int) -> [Double] {
        let levels = [0, 95, 135, 175, 215, 255]
        let cube = number - 16
        let parts =
            number >= 232
            ? Array(repeating: 8 + 10 * (number - 232), count: 3)
            : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
        return parts.map { part in
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }
}

/// What a reader sees of a colour, in linear red, green and blue.
private enum ColourVision {
    static let all: [(String, [[Double]])] = [
        ("usual", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        (
            "protanopia",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        ),
        (
            "deuteranopia",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        ),
        (
            "tritanopia",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        ),
    ]

    static func seen(_ colour: [Double], _ matrix: [[Double]]) -> [Double] {
        matrix.map { row in min(1, max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])) }
    }

    static func lab(_ colour: [Double]) -> [Double] {
        func root(_ value: Double) -> Double { value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116 }
        let x = root((0.4124 * colour[0] + 0.3576 * colour[1] + 0.1805 * colour[2]) / 0.95047)
        let y = root(0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2])
        let z = root((0.0193 * colour[0] + 0.1192 * colour[1] + 0.9505 * colour[2]) / 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    static func distance(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }
}
