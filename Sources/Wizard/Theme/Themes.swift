import Themes

/// The themes there are: those in the binary, and an operator's own.
package struct ThemeLibrary: Sendable {
    /// Name and text of every theme, in the order `mirrorctl themes` lists them; of two with one name the first counts.
    let files: [(name: String, text: String)]

    /// - Parameter own: name and text of files.
    package init(own: [(name: String, text: String)] = []) {
        let embedded = EmbeddedThemes.all.map { ($0.name, String(decoding: $0.toml, as: UTF8.self)) }
        self.init(files: embedded + own.filter { own in !embedded.contains { $0.0 == own.name } })
    }

    init(files: [(name: String, text: String)]) { self.files = files }

    package var names: [String] { files.map(\.name) }

    /// Those that can be read.
    package var usable: [String] { names.filter { (try? named($0)) != nil } }

    package func named(_ name: String) throws(ThemeError) -> Theme {
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
}

/// The themes that are in the binary, by name.
package enum Themes {
    /// The first is the one that is used when nothing is said.
    package static let names: [String] = ThemeLibrary().names
    package static let monochromeName = "monochrome"

    package static func named(_ name: String) throws(ThemeError) -> Theme { try ThemeLibrary().named(name) }

    static func named(_ name: String, in files: [(name: String, text: String)]) throws(ThemeError) -> Theme {
        try ThemeLibrary(files: files).named(name)
    }

    /// The theme's name for a run: what was asked for, else monochrome where `NO_COLOR` is set and not empty
    /// (no-color.org), else what the settings file says, else the first.
    package static func chosenName(
        asked: String?,
        environment: [String: String],
        setting: String? = nil
    ) -> String {
        if let asked { return asked }
        if let noColor = environment["NO_COLOR"], !noColor.isEmpty { return monochromeName }
        return setting ?? names.first ?? monochromeName
    }
}
