/// Why a text is not TOML, and where.
package struct TOMLError: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// The document as a whole.
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case tooManyValues(limit: Int)
        case notUTF8
        case byteOrderMark
        /// A line of three dots: what a page prints where it left lines out.
        case ellipsis
        /// Characters.
        case controlCharacter(code: UInt32)
        case bareCarriageReturn
        case unexpected(found: String, expected: Expected)
        /// Strings.
        case unterminatedString
        case newlineInString
        case badEscape(found: String)
        case badUnicodeEscape
        case multilineKey
        /// Values.
        case badValue(text: String)
        case badNumber(text: String)
        case integerOutOfRange(text: String)
        case badDateTime(text: String)
        /// Tables and keys.
        case duplicateKey(key: String, firstLine: Int)
        case duplicateTable(name: String, firstLine: Int)
        case notATable(key: String, firstLine: Int)
        case closedTable(key: String, firstLine: Int)
        case staticArray(key: String, firstLine: Int)
        case bracketInHeader
    }

    package enum Expected: String, Sendable {
        case key, equals, value, endOfLine, headerEnd, arrayEnd, inlineTableEnd
    }

    package let position: TOMLPosition
    package let reason: Reason

    package var line: Int { position.line }
    package var column: Int { position.column }

    init(_ reason: Reason, at position: TOMLPosition) {
        self.reason = reason
        self.position = position
    }
}

extension TOMLError {
    /// It may be TOML: it is only more than is read here.
    package var isLimit: Bool { limit != nil }

    /// Which one, in words.
    package var limit: String? {
        switch reason {
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB"
        case .tooDeep(let limit): "nested more than \(limit) deep"
        case .tooManyValues(let limit): "more than \(limit) keys, values and tables"
        default: nil
        }
    }
}
