import MirrorCore
import TOML

/// A theme as its file says it: names of colours, not yet looked up, so that a theme that inherits may repaint its base.
///
///     name = "light"
///     inherits = "dark"
///     [palette]
///     red = { color = 124, fallback = 1 }
///     [roles]
///     error = { foreground = "red", bold = true }
struct ThemeFile {
    struct ColorName {
        var name: String
        var line: Int
    }

    struct RoleStyle {
        var foreground: ColorName?
        var background: ColorName?
        var style = Theme.Style()
    }

    let name: String
    let inherits: (name: String, line: Int)?
    /// Of every role that names none; without them the terminal's own.
    private(set) var foreground: ColorName?
    private(set) var background: ColorName?
    private(set) var palette: [String: Theme.Color] = [:]
    private(set) var roles: [StyleRole: RoleStyle] = [:]

    init(_ text: String) throws(ThemeError) {
        let root: TOMLTable
        do {
            root = try TOMLDocument(text).root
        } catch {
            throw .syntax(error)
        }
        var name: String?
        var inherits: (String, Int)?
        for entry in root.entries {
            switch entry.key {
            case "name": name = try entry.string()
            case "inherits": inherits = (try entry.string(), entry.position.line)
            case "foreground": foreground = ColorName(name: try entry.string(), line: entry.position.line)
            case "background": background = ColorName(name: try entry.string(), line: entry.position.line)
            case "palette":
                for color in try entry.table().entries { palette[color.key] = try Self.color(color) }
            case "roles":
                for role in try entry.table().entries {
                    guard let known = StyleRole(rawValue: role.key) else {
                        throw .unknownRole(role.key, line: role.position.line)
                    }
                    roles[known] = try Self.roleStyle(role)
                }
            default: throw .unknownKey(entry.key, line: entry.position.line)
            }
        }
        guard let name else { throw .noName }
        self.name = name
        self.inherits = inherits
    }

    /// This file's statements over those of `base`.
    func over(_ base: ThemeFile) -> ThemeFile {
        var merged = self
        merged.foreground = foreground ?? base.foreground
        merged.background = background ?? base.background
        merged.palette = base.palette.merging(palette) { $1 }
        merged.roles = base.roles.merging(roles) { $1 }
        return merged
    }

    func theme() throws(ThemeError) -> Theme {
        var styles: [StyleRole: Theme.Style] = [:]
        for (role, written) in roles {
            var style = written.style
            style.foreground = try look(up: written.foreground ?? foreground)
            style.background = try look(up: written.background ?? background)
            styles[role] = style
        }
        return Theme(name: name, styles: styles)
    }

    private func look(up color: ColorName?) throws(ThemeError) -> Theme.Color {
        guard let color, color.name != "default" else { return .terminalDefault }
        guard let found = palette[color.name] else { throw .unknownColor(color.name, line: color.line) }
        return found
    }

    private static func color(_ entry: TOMLEntry) throws(ThemeError) -> Theme.Color {
        let line = entry.position.line
        switch entry.value {
        case .integer(let number) where (0...15).contains(number): return .ansi(Int(number))
        case .table(let table):
            for part in table.entries where part.key != "color" && part.key != "fallback" {
                throw .unknownKey(part.key, line: part.position.line)
            }
            guard let number = table["color"]?.integer, let fallback = table["fallback"]?.integer,
                (16...255).contains(number), (0...15).contains(fallback)
            else { throw .badColor(entry.key, line: line) }
            return .indexed(Int(number), fallback: Int(fallback))
        default: throw .badColor(entry.key, line: line)
        }
    }

    private static func roleStyle(_ entry: TOMLEntry) throws(ThemeError) -> RoleStyle {
        var role = RoleStyle()
        for part in try entry.table().entries {
            let line = part.position.line
            switch part.key {
            case "foreground": role.foreground = ColorName(name: try part.string(), line: line)
            case "background": role.background = ColorName(name: try part.string(), line: line)
            case "bold": role.style.bold = try part.boolean()
            case "dim": role.style.dim = try part.boolean()
            case "underline": role.style.underline = try part.boolean()
            case "reverse": role.style.reverse = try part.boolean()
            default: throw .unknownKey(part.key, line: line)
            }
        }
        return role
    }
}

extension TOMLEntry {
    fileprivate func string() throws(ThemeError) -> String {
        guard let string = value.string else { throw wrongType("string") }
        return string
    }

    fileprivate func boolean() throws(ThemeError) -> Bool {
        guard let boolean = value.boolean else { throw wrongType("boolean") }
        return boolean
    }

    fileprivate func table() throws(ThemeError) -> TOMLTable {
        guard let table = value.table else { throw wrongType("table") }
        return table
    }

    private func wrongType(_ expected: String) -> ThemeError {
        .wrongType(key: key, expected: expected, line: position.line)
    }
}
