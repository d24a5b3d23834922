import Texts

extension ThemeError {
    /// What is wrong with a theme's file.
    package var phrase: Phrase {
        switch self {
        case .syntax(let error): error.phrase
        case .unknownKey(let name, _), .unknownRole(let name, _), .unknownColor(let name, _),
            .unknownBase(let name, _):
            Phrase("theme.unknown", ["name": name])
        case .badColor(let name, _): Phrase("theme.badColor", ["name": name])
        case .wrongType(let key, let expected, _): Phrase("theme.wrongType", ["key": key, "type": expected])
        case .noName: Phrase("theme.noName")
        case .unknownTheme(let name): Phrase("theme.unknown", ["name": name])
        }
    }

    package var line: Int? {
        switch self {
        case .syntax(let error): error.position.line
        case .unknownKey(_, let line), .unknownRole(_, let line), .unknownColor(_, let line), .badColor(_, let line),
            .unknownBase(_, let line):
            line
        case .wrongType(_, _, let line): line
        case .noName, .unknownTheme: nil
        }
    }
}
