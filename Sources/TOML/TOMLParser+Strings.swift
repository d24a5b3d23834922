extension TOMLParser {
    mutating func parseString() throws(TOMLError) -> String {
        if scanner.starts(with: "\"\"\"") { return try parseMultilineString(quote: 0x22) }
        if scanner.starts(with: "'''") { return try parseMultilineString(quote: 0x27) }
        return scanner.current == 0x22 ? try parseBasicString() : try parseLiteralString()
    }

    mutating func parseLiteralString() throws(TOMLError) -> String {
        let position = scanner.position()
        scanner.advance()
        let start = scanner.offset
        while let byte = scanner.current {
            if byte == 0x27 {
                let text = scanner.text(from: start)
                scanner.advance()
                return text
            }
            try refuseInString(byte)
            scanner.advance()
        }
        throw error(.unterminatedString, at: position)
    }

    mutating func parseBasicString() throws(TOMLError) -> String {
        let position = scanner.position()
        scanner.advance()
        var text: [UInt8] = []
        while let byte = scanner.current {
            switch byte {
            case 0x22:
                scanner.advance()
                return String(decoding: text, as: UTF8.self)
            case 0x5C: try parseEscape(into: &text)
            default:
                try refuseInString(byte)
                text.append(byte)
                scanner.advance()
            }
        }
        throw error(.unterminatedString, at: position)
    }

    private mutating func refuseInString(_ byte: UInt8) throws(TOMLError) {
        if byte == 0x0A || byte == 0x0D && scanner.peek(1) == 0x0A { throw fail(.newlineInString) }
        try refuseControlCharacter(byte)
    }

    /// Line ends become `\n`, whatever the file has.
    private mutating func parseMultilineString(quote: UInt8) throws(TOMLError) -> String {
        let position = scanner.position()
        scanner.advance(3)
        _ = try skipNewline()
        var text: [UInt8] = []
        while let byte = scanner.current {
            if byte == quote, scanner.peek(1) == quote, scanner.peek(2) == quote {
                // Up to two quotes may stand directly before the closing three.
                scanner.advance(3)
                for _ in 0..<2 where scanner.skip(quote) { text.append(quote) }
                return String(decoding: text, as: UTF8.self)
            }
            if byte == 0x5C, quote == 0x22 {
                if try !skipLineEndingBackslash() { try parseEscape(into: &text) }
                continue
            }
            if try skipNewline() {
                text.append(0x0A)
                continue
            }
            try refuseControlCharacter(byte)
            text.append(byte)
            scanner.advance()
        }
        throw error(.unterminatedString, at: position)
    }

    /// `\` at a line's end swallows the line end and every blank and line end after it.
    private mutating func skipLineEndingBackslash() throws(TOMLError) -> Bool {
        var distance = 1
        while let byte = scanner.peek(distance), byte == 0x20 || byte == 0x09 { distance += 1 }
        let isLineEnd =
            scanner.peek(distance) == 0x0A || scanner.peek(distance) == 0x0D && scanner.peek(distance + 1) == 0x0A
        guard isLineEnd else { return false }
        scanner.advance(distance)
        repeat { scanner.skipBlanks() } while try skipNewline()
        return true
    }

    private mutating func parseEscape(into text: inout [UInt8]) throws(TOMLError) {
        switch scanner.peek(1) {
        case 0x62: text.append(0x08)
        case 0x74: text.append(0x09)
        case 0x6E: text.append(0x0A)
        case 0x66: text.append(0x0C)
        case 0x72: text.append(0x0D)
        case 0x22: text.append(0x22)
        case 0x5C: text.append(0x5C)
        case 0x75: return try parseUnicodeEscape(digits: 4, into: &text)
        case 0x55: return try parseUnicodeEscape(digits: 8, into: &text)
        default: throw fail(.badEscape(found: "\\" + scanner.character(at: scanner.offset + 1)))
        }
        scanner.advance(2)
    }

    private mutating func parseUnicodeEscape(digits: Int, into text: inout [UInt8]) throws(TOMLError) {
        var value: UInt32 = 0
        for index in 0..<digits {
            guard let byte = scanner.peek(2 + index), let digit = Self.hexadecimalDigit(byte) else {
                throw fail(.badUnicodeEscape)
            }
            value = value << 4 | digit
        }
        guard let scalar = Unicode.Scalar(value) else { throw fail(.badUnicodeEscape) }
        text.append(contentsOf: String(Character(scalar)).utf8)
        scanner.advance(2 + digits)
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }
}
