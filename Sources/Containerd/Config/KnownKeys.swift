/// The keys that a plugin of containerd 2.x has fields for, and which others its log names.
///
/// containerd writes the plugin's merged table out anew and reads that strictly: keys come sorted, those with values before
/// tables, and each table in an unknown one has a line of its own, its values none.
indirect enum KnownKeys: Sendable {
    case value
    case table([String: KnownKeys])
    /// Any key, with this below it.
    case map(KnownKeys)

    private static let login = KnownKeys.table([
        "username": .value, "password": .value, "auth": .value, "identitytoken": .value,
    ])

    static let registry = KnownKeys.table([
        "config_path": .value, "headers": .map(.value), "auths": .map(login),
        "mirrors": .map(.table(["endpoint": .value])), "configs": .map(.table(["auth": login])),
    ])

    /// Parts joined by blanks, as the log has them.
    func unknown(in table: ConfigTable, at path: [String]) -> [(key: String, source: SourcePosition)] {
        var found: [(key: String, source: SourcePosition)] = []
        let sorted = table.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (key, node) in sorted where node.tables.isEmpty && known(key) == nil {
            found.append(((path + [key]).joined(separator: " "), node.source))
        }
        for (key, node) in sorted {
            let below = path + [key]
            let known = known(key)
            for table in node.tables {
                if known == nil { found.append((below.joined(separator: " "), node.source)) }
                found += (known ?? .nothing).unknown(in: table, at: below, besides: known == nil)
            }
        }
        return found
    }

    /// - Parameter isInUnknown: only tables are named then.
    private func unknown(in table: ConfigTable, at path: [String], besides isInUnknown: Bool) -> [(
        key: String, source: SourcePosition
    )] {
        guard isInUnknown else { return unknown(in: table, at: path) }
        return unknown(in: table.onlyTables, at: path)
    }

    private static let nothing = KnownKeys.table([:])

    private func known(_ key: String) -> KnownKeys? {
        switch self {
        case .value: .value
        case .table(let keys): keys[key.lowercased()]
        case .map(let below): below
        }
    }
}

extension ConfigTable {
    fileprivate var onlyTables: ConfigTable {
        var table = ConfigTable()
        for (key, node) in entries where !node.tables.isEmpty { table[key] = node }
        return table
    }
}

extension ConfigItem {
    /// The table, or those of an array that holds nothing else.
    fileprivate var tables: [ConfigTable] {
        if let table { return [table] }
        let tables = (array ?? []).compactMap(\.table)
        return tables.count == array?.count ? tables : []
    }
}
