package enum TOMLValue: Equatable, Sendable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    /// Rare and five times as large as the others, so kept apart.
    indirect case dateTime(TOMLDateTime)
    case array([TOMLElement])
    case table(TOMLTable)
}

/// An array's element and where it stands.
package struct TOMLElement: Equatable, Sendable {
    package let value: TOMLValue
    package let position: TOMLPosition
}

extension TOMLValue {
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var float: Double? { if case .float(let value) = self { value } else { nil } }
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    package var dateTime: TOMLDateTime? { if case .dateTime(let value) = self { value } else { nil } }
    package var elements: [TOMLElement]? { if case .array(let value) = self { value } else { nil } }
    package var array: [TOMLValue]? { elements?.map(\.value) }
    package var table: TOMLTable? { if case .table(let value) = self { value } else { nil } }

    /// The type's name as the TOML specification says it.
    package var typeName: String {
        switch self {
        case .string: "string"
        case .integer: "integer"
        case .float: "float"
        case .boolean: "boolean"
        case .dateTime: "date-time"
        case .array: "array"
        case .table: "table"
        }
    }
}

/// A key, its value and where both stand.
package struct TOMLEntry: Equatable, Sendable {
    package let key: String
    package let value: TOMLValue
    /// The key's place, or that of the header that made the table.
    package let position: TOMLPosition
    package let valuePosition: TOMLPosition
}

/// A table in the order of its file.
package struct TOMLTable: Equatable, Sendable {
    /// How the table came about; decoders of containerd tell them apart.
    package enum Origin: Equatable, Sendable {
        /// The document itself.
        case root
        /// Only named as a part of a longer header.
        case implied
        /// `[a]` or `[[a]]`.
        case header
        /// `a.b = …`.
        case dotted
        /// `{ … }`.
        case inline
    }

    package let origin: Origin
    package let entries: [TOMLEntry]
    /// Empty where looking at each entry costs no more.
    private let index: [TOMLKey: Int]

    package init(origin: Origin = .header, entries: [TOMLEntry] = []) {
        self.origin = origin
        self.entries = entries
        guard entries.count > TOMLKey.fewest else {
            index = [:]
            return
        }
        var index = [TOMLKey: Int](minimumCapacity: entries.count)
        for (offset, entry) in entries.enumerated() { index[TOMLKey(entry.key)] = offset }
        self.index = index
    }

    package func entry(_ key: String) -> TOMLEntry? {
        let wanted = TOMLKey(key)
        guard index.isEmpty else { return index[wanted].map { entries[$0] } }
        return entries.last { TOMLKey($0.key) == wanted }
    }

    package subscript(key: String) -> TOMLValue? { entry(key)?.value }

    /// The value at `a`, `b`, `c` below this table.
    package func value(at path: [String]) -> TOMLValue? {
        guard let first = path.first, let value = self[first] else { return nil }
        return path.count == 1 ? value : value.table?.value(at: Array(path.dropFirst()))
    }

    package var isEmpty: Bool { entries.isEmpty }
}

/// A key compared byte for byte, as TOML wants it; `String` would call two spellings of é one.
package struct TOMLKey: Hashable, Sendable {
    package let text: String
    /// Up to so many keys are looked at one by one: a dictionary takes ten times the memory of a small table.
    static let fewest = 8

    package init(_ text: String) { self.text = text }

    package static func == (left: TOMLKey, right: TOMLKey) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
