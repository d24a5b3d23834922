import MirrorCore
import TOML

/// Why a theme file cannot be used, and in which of its lines.
package enum ThemeError: Error, Equatable, Sendable {
    case syntax(TOMLError)
    /// A key, table or attribute that themes do not have.
    case unknownKey(String, line: Int)
    case unknownRole(String, line: Int)
    /// A name that is in no palette.
    case unknownColor(String, line: Int)
    /// Not `0` to `15`, nor `{ color = 16 to 255, fallback = 0 to 15 }`.
    case badColor(String, line: Int)
    /// A value of another type; `expected` is TOML's word for the right one.
    case wrongType(key: String, expected: String, line: Int)
    /// `inherits` names a theme that does not exist, or itself.
    case unknownBase(String, line: Int)
    case noName
    case unknownTheme(String)
}
