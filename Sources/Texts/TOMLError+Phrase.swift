import TOML

extension TOMLError {
    /// What is wrong, without the place.
    package var phrase: Phrase {
        switch reason {
        case .tooLarge(let limit): Phrase("toml.tooLarge", ["limit": "\(limit >> 20) MiB"])
        case .tooDeep(let limit): Phrase("toml.tooDeep", ["limit": "\(limit)"])
        case .tooManyValues(let limit): Phrase("toml.tooManyValues", ["limit": "\(limit)"])
        case .notUTF8: Phrase("toml.notUTF8")
        case .byteOrderMark: Phrase("toml.byteOrderMark")
        case .ellipsis: Phrase("toml.ellipsis")
        case .controlCharacter(let code): Phrase("toml.controlCharacter", ["code": hexadecimal(code)])
        case .bareCarriageReturn: Phrase("toml.bareCarriageReturn")
        case .unexpected(let found, let expected):
            Phrase("toml.expected.\(expected.rawValue)", ["found": found])
        case .unterminatedString: Phrase("toml.unterminatedString")
        case .newlineInString: Phrase("toml.newlineInString")
        case .badEscape(let found): Phrase("toml.badEscape", ["found": found])
        case .badUnicodeEscape: Phrase("toml.badUnicodeEscape")
        case .multilineKey: Phrase("toml.multilineKey")
        case .badValue(let text): Phrase("toml.badValue", ["text": text])
        case .badNumber(let text): Phrase("toml.badNumber", ["text": text])
        case .integerOutOfRange(let text): Phrase("toml.integerOutOfRange", ["text": text])
        case .badDateTime(let text): Phrase("toml.badDateTime", ["text": text])
        case .duplicateKey(let key, let line): Phrase("toml.duplicateKey", ["key": key, "line": "\(line)"])
        case .duplicateTable(let name, let line): Phrase("toml.duplicateTable", ["name": name, "line": "\(line)"])
        case .notATable(let key, let line): Phrase("toml.notATable", ["key": key, "line": "\(line)"])
        case .closedTable(let key, let line): Phrase("toml.closedTable", ["key": key, "line": "\(line)"])
        case .staticArray(let key, let line): Phrase("toml.staticArray", ["key": key, "line": "\(line)"])
        case .bracketInHeader: Phrase("toml.bracketInHeader")
        }
    }

    private func hexadecimal(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
