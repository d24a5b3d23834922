/// The grammar of TOML 1.0: one method per production, https://toml.io/en/v1.0.0.
struct TOMLParser {
    typealias Key = (text: String, position: TOMLPosition)

    var scanner: TOMLScanner
    let dialect: TOMLDialect
    var tree = TOMLTree()
    var headers: [TOMLHeader] = []
    /// The table that `key = value` lines belong to.
    private var table = TOMLTree.root

    init(_ bytes: [UInt8], dialect: TOMLDialect) {
        scanner = TOMLScanner(bytes)
        self.dialect = dialect
    }

    mutating func parseDocument() throws(TOMLError) {
        if let offset = scanner.firstInvalidUTF8() { throw TOMLError(.notUTF8, at: scanner.position(at: offset)) }
        if scanner.starts(with: "\u{FEFF}") {
            if dialect.refusesByteOrderMark { throw TOMLError(.byteOrderMark, at: .start) }
            scanner.advance(3)
        }
        while true {
            scanner.skipBlanks()
            guard let byte = scanner.current else { return }
            switch byte {
            case 0x0A, 0x0D, 0x23: break
            case 0x5B: try parseHeader()
            default:
                if scanner.starts(with: "...") || scanner.starts(with: "…") { throw fail(.ellipsis) }
                try parseKeyValue(into: table)
            }
            try parseEndOfLine()
        }
    }

    func error(_ reason: TOMLError.Reason, at position: TOMLPosition) -> TOMLError { TOMLError(reason, at: position) }

    mutating func fail(_ reason: TOMLError.Reason) -> TOMLError { TOMLError(reason, at: scanner.position()) }

    /// Something else stands where the grammar wants `expected`.
    mutating func unexpected(_ expected: TOMLError.Expected) -> TOMLError {
        fail(.unexpected(found: scanner.character(at: scanner.offset), expected: expected))
    }

    // MARK: Lines

    mutating func parseEndOfLine() throws(TOMLError) {
        scanner.skipBlanks()
        try parseComment()
        guard !scanner.isAtEnd else { return }
        guard try skipNewline() else { throw unexpected(.endOfLine) }
    }

    /// `\n` or `\r\n`; a lone `\r` is an error.
    mutating func skipNewline() throws(TOMLError) -> Bool {
        if scanner.skip(0x0A) { return true }
        guard scanner.current == 0x0D else { return false }
        guard scanner.peek(1) == 0x0A else { throw fail(.bareCarriageReturn) }
        scanner.advance(2)
        return true
    }

    mutating func parseComment() throws(TOMLError) {
        guard scanner.current == 0x23 else { return }
        scanner.advance()
        while let byte = scanner.current, byte != 0x0A, !(byte == 0x0D && scanner.peek(1) == 0x0A) {
            try refuseControlCharacter(byte)
            scanner.advance()
        }
    }

    mutating func refuseControlCharacter(_ byte: UInt8) throws(TOMLError) {
        if byte == 0x0D { throw fail(.bareCarriageReturn) }
        if byte < 0x20 && byte != 0x09 || byte == 0x7F { throw fail(.controlCharacter(code: UInt32(byte))) }
    }

    // MARK: Headers

    private mutating func parseHeader() throws(TOMLError) {
        let position = scanner.position()
        scanner.advance()
        let isArray = scanner.skip(0x5B)
        scanner.skipBlanks()
        let path = try parseKeyPath()
        if dialect.refusesBracketInHeader, path.contains(where: { $0.text.utf8.contains(0x5D) }) {
            throw error(.bracketInHeader, at: position)
        }
        guard scanner.skip(0x5D), !isArray || scanner.skip(0x5D) else { throw unexpected(.headerEnd) }
        guard headers.count < TOMLDocument.maximumValues else {
            throw error(.tooManyValues(limit: TOMLDocument.maximumValues), at: position)
        }
        headers.append(TOMLHeader(path: path.map(\.text), isArray: isArray, position: position))
        table = try openTable(path, isArray: isArray, at: position)
    }

    /// The table that a header names, made if need be.
    private mutating func openTable(
        _ path: [Key],
        isArray: Bool,
        at position: TOMLPosition
    ) throws(TOMLError) -> Int {
        var node = TOMLTree.root
        for key in path.dropLast() {
            node = try descend(key, from: node)
        }
        guard let key = path.last else { return node }
        guard let known = tree.child(key.text, of: node) else {
            guard isArray else {
                return try tree.add(key.text, at: key.position, to: node, .table(.header), valueAt: position)
            }
            let array = try tree.add(key.text, at: key.position, to: node, .tableArray, valueAt: position)
            return try tree.append(.table(.header), to: array, at: position)
        }
        let line = tree.line(known)
        switch (tree.kind(known), isArray) {
        case (.tableArray, true): return try tree.append(.table(.header), to: known, at: position)
        case (.table(.implied), false):
            tree.define(known, at: position)
            return known
        case (.staticArray, _): throw error(.staticArray(key: key.text, firstLine: line), at: key.position)
        case (.value, _): throw error(.duplicateKey(key: key.text, firstLine: line), at: key.position)
        default:
            let name = TOMLText.path(path.map(\.text))
            throw error(.duplicateTable(name: name, firstLine: line), at: key.position)
        }
    }

    private mutating func descend(_ key: Key, from node: Int) throws(TOMLError) -> Int {
        guard let known = tree.child(key.text, of: node) else {
            return try tree.add(key.text, at: key.position, to: node, .table(.implied), valueAt: key.position)
        }
        let line = tree.line(known)
        switch tree.kind(known) {
        case .table(.inline): throw error(.closedTable(key: key.text, firstLine: line), at: key.position)
        case .table: return known
        case .tableArray: return tree.lastElement(of: known) ?? known
        case .staticArray: throw error(.staticArray(key: key.text, firstLine: line), at: key.position)
        case .value: throw error(.notATable(key: key.text, firstLine: line), at: key.position)
        }
    }

    // MARK: Keys

    mutating func parseKeyValue(into table: Int) throws(TOMLError) {
        let path = try parseKeyPath()
        guard scanner.skip(0x3D) else { throw unexpected(.equals) }
        scanner.skipBlanks()
        var node = table
        for key in path.dropLast() { node = try descendDotted(key, from: node) }
        guard let key = path.last else { return }
        if let known = tree.child(key.text, of: node) {
            throw error(.duplicateKey(key: key.text, firstLine: tree.line(known)), at: key.position)
        }
        try parseValue(Slot(parent: node, key: key))
    }

    /// Dotted keys may only add to tables that dotted keys, or longer headers, have made.
    private mutating func descendDotted(_ key: Key, from node: Int) throws(TOMLError) -> Int {
        guard let known = tree.child(key.text, of: node) else {
            return try tree.add(key.text, at: key.position, to: node, .table(.dotted), valueAt: key.position)
        }
        let line = tree.line(known)
        switch tree.kind(known) {
        case .table(.dotted): return known
        case .table(.implied):
            tree.setOrigin(.dotted, of: known)
            return known
        case .table: throw error(.closedTable(key: key.text, firstLine: line), at: key.position)
        case .tableArray, .staticArray: throw error(.staticArray(key: key.text, firstLine: line), at: key.position)
        case .value: throw error(.notATable(key: key.text, firstLine: line), at: key.position)
        }
    }

    /// `a . "b" . 'c'`, with the blanks after it.
    private mutating func parseKeyPath() throws(TOMLError) -> [Key] {
        var path: [Key] = []
        repeat {
            scanner.skipBlanks()
            path.append(try parseKey())
            scanner.skipBlanks()
            guard path.count <= TOMLDocument.maximumDepth else {
                throw fail(.tooDeep(limit: TOMLDocument.maximumDepth))
            }
        } while scanner.skip(0x2E)
        return path
    }

    private mutating func parseKey() throws(TOMLError) -> Key {
        let position = scanner.position()
        switch scanner.current {
        case 0x22 where scanner.starts(with: "\"\"\""), 0x27 where scanner.starts(with: "'''"):
            throw fail(.multilineKey)
        case 0x22: return (try parseBasicString(), position)
        case 0x27: return (try parseLiteralString(), position)
        default:
            let start = scanner.offset
            while let byte = scanner.current, byte.isBareKey { scanner.advance() }
            guard scanner.offset > start else { throw unexpected(.key) }
            return (scanner.text(from: start), position)
        }
    }
}
