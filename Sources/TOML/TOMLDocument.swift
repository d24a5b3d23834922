/// A TOML 1.0 document with everything an explanation needs: order and positions.
///
/// Reading never crashes and never takes more than linear time; nesting and size are limited.
package struct TOMLDocument: Equatable, Sendable {
    /// More than this is no configuration file; 16 MiB.
    package static let maximumBytes = 16 << 20
    /// Tables, arrays and dotted keys inside each other.
    package static let maximumDepth = 128
    /// Keys, values and tables: each costs some hundred bytes.
    package static let maximumValues = 50_000

    package let root: TOMLTable
    /// `[table]` and `[[array]]` headers as written, in order: go-toml v2 lists a table again when its run is interrupted.
    package let headers: [TOMLHeader]
    /// Keys, values and tables in it.
    package let valueCount: Int

    package init(_ text: String, dialect: TOMLDialect = .standard) throws(TOMLError) {
        try self.init(bytes: Array(text.utf8), dialect: dialect)
    }

    package init(bytes: [UInt8], dialect: TOMLDialect = .standard) throws(TOMLError) {
        guard bytes.count <= Self.maximumBytes else {
            throw TOMLError(.tooLarge(limit: Self.maximumBytes), at: .start)
        }
        var parser = TOMLParser(bytes, dialect: dialect)
        try parser.parseDocument()
        root = parser.tree.rootTable()
        headers = parser.headers
        valueCount = parser.tree.count
    }
}

/// A place in the text: byte offset from 0, line and column (Unicode scalars) from 1.
package struct TOMLPosition: Equatable, Hashable, Sendable {
    // Each key and each value has one, and no text is longer than `TOMLDocument.maximumBytes`.
    private let (offset32, line32, column32): (UInt32, UInt32, UInt32)

    package var offset: Int { Int(offset32) }
    package var line: Int { Int(line32) }
    package var column: Int { Int(column32) }

    package init(offset: Int, line: Int, column: Int) {
        (offset32, line32, column32) = (UInt32(clamping: offset), UInt32(clamping: line), UInt32(clamping: column))
    }

    package static let start = TOMLPosition(offset: 0, line: 1, column: 1)
}

/// `[a.b]` or `[[a.b]]`.
package struct TOMLHeader: Equatable, Sendable {
    package let path: [String]
    package let isArray: Bool
    package let position: TOMLPosition
}
