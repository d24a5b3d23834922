extension TOMLParser {
    /// Where a value goes: under a key of a table, or at the end of an array.
    struct Slot {
        let parent: Int
        let key: Key?
    }

    mutating func parseValue(_ slot: Slot) throws(TOMLError) {
        let position = scanner.position()
        switch scanner.current {
        case 0x5B: try parseArray(slot, at: position)
        case 0x7B: try parseInlineTable(slot, at: position)
        case 0x22, 0x27: try add(.value(.string(parseString())), to: slot, at: position)
        case nil, 0x0A, 0x0D, 0x23, 0x2C, 0x5D, 0x7D: throw unexpected(.value)
        default: try add(.value(parseScalar(at: position)), to: slot, at: position)
        }
    }

    @discardableResult
    private mutating func add(
        _ kind: TOMLTree.Kind,
        to slot: Slot,
        at position: TOMLPosition
    ) throws(TOMLError) -> Int {
        guard let key = slot.key else { return try tree.append(kind, to: slot.parent, at: position) }
        return try tree.add(key.text, at: key.position, to: slot.parent, kind, valueAt: position)
    }

    private mutating func parseArray(_ slot: Slot, at position: TOMLPosition) throws(TOMLError) {
        let array = try add(.staticArray, to: slot, at: position)
        scanner.advance()
        while true {
            try skipBlanksCommentsAndNewlines()
            if scanner.skip(0x5D) { return }
            try parseValue(Slot(parent: array, key: nil))
            try skipBlanksCommentsAndNewlines()
            if scanner.skip(0x2C) { continue }
            guard scanner.skip(0x5D) else { throw unexpected(.arrayEnd) }
            return
        }
    }

    private mutating func skipBlanksCommentsAndNewlines() throws(TOMLError) {
        repeat {
            scanner.skipBlanks()
            try parseComment()
        } while try skipNewline()
    }

    private mutating func parseInlineTable(_ slot: Slot, at position: TOMLPosition) throws(TOMLError) {
        let table = try add(.table(.inline), to: slot, at: position)
        scanner.advance()
        try skipInsideInlineTable()
        if scanner.skip(0x7D) { return }
        while true {
            try parseKeyValue(into: table)
            try skipInsideInlineTable()
            if scanner.skip(0x7D) { return }
            guard scanner.skip(0x2C) else { throw unexpected(.inlineTableEnd) }
            try skipInsideInlineTable()
            if dialect.looseInlineTables, scanner.skip(0x7D) { return }
        }
    }

    private mutating func skipInsideInlineTable() throws(TOMLError) {
        if dialect.looseInlineTables { try skipBlanksCommentsAndNewlines() } else { scanner.skipBlanks() }
    }

    // MARK: Numbers, booleans, dates

    private mutating func parseScalar(at position: TOMLPosition) throws(TOMLError) -> TOMLValue {
        let token = scanToken()
        switch token.text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "inf", "+inf": return .float(.infinity)
        case "-inf": return .float(-.infinity)
        case "nan", "+nan", "-nan": return .float(.nan)
        case "": throw unexpected(.value)
        default: break
        }
        let bytes = Array(token.text.utf8)
        if TOMLDateTime.isCandidate(bytes) {
            guard let dateTime = TOMLDateTime(bytes) else { throw error(.badDateTime(text: token.text), at: position) }
            return .dateTime(dateTime)
        }
        switch TOMLNumber.read(bytes) {
        case .integer(let value): return .integer(value)
        case .float(let value): return .float(value)
        case .outOfRange: throw error(.integerOutOfRange(text: token.text), at: position)
        case .malformed: throw error(.badNumber(text: token.text), at: position)
        case .notANumber: throw error(.badValue(text: token.text), at: position)
        }
    }

    /// Everything up to a blank, a comma, a closing bracket, a comment or the line's end; a date may hold one blank.
    private mutating func scanToken() -> (text: String, end: Int) {
        let start = scanner.offset
        scan: while let byte = scanner.current {
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x23, 0x2C, 0x5D, 0x7D: break scan
            case 0x20:
                // `1979-05-27 07:32:00`
                guard scanner.offset - start == 10, scanner.bytes[start + 4] == 0x2D,
                    scanner.peek(1)?.isDigit == true, scanner.peek(2)?.isDigit == true, scanner.peek(3) == 0x3A
                else { break scan }
            default: break
            }
            scanner.advance()
        }
        return (scanner.text(from: start), scanner.offset)
    }
}
