import Themes

/// The themes that are in the binary, by name.
package enum Themes {
    /// In the order `mirrorctl themes` lists them; the first is the one that is used when nothing is said.
    package static let names: [String] = EmbeddedThemes.all.map(\.name)
    package static let monochromeName = "monochrome"

    package static func named(_ name: String) throws(ThemeError) -> Theme {
        try named(name, in: EmbeddedThemes.all.map { ($0.name, String(decoding: $0.toml, as: UTF8.self)) })
    }

    /// - Parameter files: name and text of every theme.
    static func named(_ name: String, in files: [(name: String, text: String)]) throws(ThemeError) -> Theme {
        guard let text = files.first(where: { $0.name == name })?.text else { throw .unknownTheme(name) }
        var file = try ThemeFile(text)
        var seen: Set<String> = [name]
        var base = file.inherits
        while let next = base {
            guard seen.insert(next.name).inserted, let text = files.first(where: { $0.name == next.name })?.text else {
                throw .unknownBase(next.name, line: next.line)
            }
            let parent = try ThemeFile(text)
            file = file.over(parent)
            base = parent.inherits
        }
        return try file.theme()
    }

    /// The theme's name for a run: what was asked for, else monochrome where `NO_COLOR` is set and not empty
    /// (no-color.org), else the first.
    package static func chosenName(asked: String?, environment: [String: String]) -> String {
        if let asked { return asked }
        if let noColor = environment["NO_COLOR"], !noColor.isEmpty { return monochromeName }
        return names.first ?? monochromeName
    }
}
