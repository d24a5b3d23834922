import TOML

/// A table of the merged configuration: every value knows its file and line.
package struct ConfigTable: Equatable, Sendable {
    package private(set) var keys: [String] = []
    private var nodes: [String: ConfigItem] = [:]

    package init() {}

    package init(_ table: TOMLTable, file: String) {
        for entry in table.entries { self[entry.key] = ConfigItem(entry.value, file: file, at: entry.position) }
    }

    package subscript(key: String) -> ConfigItem? {
        get { nodes[key] }
        set {
            if let newValue {
                if nodes.updateValue(newValue, forKey: key) == nil { keys.append(key) }
            } else if nodes.removeValue(forKey: key) != nil {
                keys.removeAll { $0 == key }
            }
        }
    }

    /// All at once: each alone would look through all keys.
    mutating func remove(_ gone: Set<String>) {
        keys.removeAll { gone.contains($0) }
        for key in gone { nodes[key] = nil }
    }

    package var entries: [(key: String, node: ConfigItem)] {
        keys.compactMap { key in nodes[key].map { (key, $0) } }
    }

    package var isEmpty: Bool { keys.isEmpty }

    package func table(_ key: String) -> ConfigTable? { nodes[key]?.table }

    /// As go-toml finds a field: v1 knows `key` and `KEY`, v2 any case.
    package func field(_ key: String, _ rules: ContainerdRules) -> ConfigItem? {
        if let node = nodes[key] { return node }
        guard rules.ignoresKeyCase else { return nodes[key.uppercased()] }
        return entries.last { $0.key.lowercased() == key }?.node
    }

    /// 2.x: tables are merged, everything else is replaced.
    mutating func deepMerge(_ other: ConfigTable) {
        for (key, node) in other.entries {
            if var mine = nodes[key]?.table, let theirs = node.table {
                // So that there is one of it, and nothing is copied.
                nodes[key]?.value = .table(ConfigTable())
                mine.deepMerge(theirs)
                nodes[key]?.value = .table(mine)
            } else {
                self[key] = node
            }
        }
    }
}

package struct ConfigItem: Equatable, Sendable {
    package indirect enum Value: Equatable, Sendable {
        case leaf(TOMLValue)
        case array([ConfigItem])
        case table(ConfigTable)
    }

    package var value: Value
    package var source: SourcePosition

    init(_ value: TOMLValue, file: String, at position: TOMLPosition) {
        source = SourcePosition(file: file, line: position.line)
        switch value {
        case .table(let table): self.value = .table(ConfigTable(table, file: file))
        case .array(let elements):
            self.value = .array(elements.map { ConfigItem($0.value, file: file, at: $0.position) })
        default: self.value = .leaf(value)
        }
    }

    init(table: ConfigTable, source: SourcePosition) {
        value = .table(table)
        self.source = source
    }

    package var table: ConfigTable? { if case .table(let table) = value { table } else { nil } }
    package var array: [ConfigItem]? { if case .array(let nodes) = value { nodes } else { nil } }
    package var string: String? { if case .leaf(let value) = value { value.string } else { nil } }
    package var integer: Int64? { if case .leaf(let value) = value { value.integer } else { nil } }
    package var boolean: Bool? { if case .leaf(let value) = value { value.boolean } else { nil } }
    /// `nil` unless every element is a string.
    package var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }

    var typeName: String {
        switch value {
        case .table: "table"
        case .array: "array"
        case .leaf(let value): value.typeName
        }
    }
}
