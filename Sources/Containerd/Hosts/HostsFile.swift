import TOML

/// A `hosts.toml` as one containerd version reads it.
///
/// Source: `remotes/docker/config/hosts.go` (1.x), `core/remotes/docker/config/hosts.go` (2.x), `parseHostsFile`.
package struct HostsFile: Equatable, Sendable {
    /// `[host]` tables in the order they are tried, then the root keys.
    package let entries: [HostEntry]
    /// 1.x sorts inline tables by a position they do not have.
    package let hasRandomOrder: Bool

    package init(bytes: [UInt8], path: String, rules: ContainerdRules) throws(HostsFileError) {
        let document: TOMLDocument
        do throws(TOMLError) { document = try TOMLDocument(bytes: bytes, dialect: rules.dialect) } catch {
            throw .toml(error)
        }
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        let reader = HostTableReader(file: path, directory: directory, rules: rules)
        let (names, isRandom) = try Self.order(document, rules: rules)
        let tables = try Self.hostTables(document.root, reader: reader)

        var entries: [HostEntry] = []
        for name in names {
            let entry = tables[TOMLKey(name)]
            let table = entry?.value.table ?? TOMLTable()
            entries.append(try reader.entry(server: name, table, line: entry?.position.line ?? 1, origin: .hostTable))
        }
        let server = try reader.string("server", in: document.root)
        let root = try reader.entry(
            server: server?.text ?? "",
            document.root,
            line: server?.line ?? 1,
            origin: (server?.text).map { $0.isEmpty ? .upstream : .server } ?? .upstream
        )
        self.entries = entries + [root]
        hasRandomOrder = isRandom
    }

    /// The names of the hosts in the order that `getSortedHosts` gives them.
    private static func order(
        _ document: TOMLDocument,
        rules: ContainerdRules
    ) throws(HostsFileError) -> (names: [String], isRandom: Bool) {
        let host = document.root.entry("host")
        guard rules.listsHostsByHeader else {
            guard let table = host?.value.table else {
                if rules.requiresHostTree || host != nil { throw .noHostTree }
                return ([], false)
            }
            let inline = table.entries.filter { $0.value.table?.origin == .inline }.count
            return (table.entries.map(\.key), inline > 1)
        }
        // Only `[host."…"]` lines count; a table is listed again when another host's line came between.
        if let table = host?.value.table, let line = dottedHost(table) { throw .panic(line: line) }
        var names: [String] = []
        var last = ""
        for header in document.headers where !header.isArray && header.path.count >= 2 && header.path[0] == "host" {
            guard !header.path[1].utf8.elementsEqual(last.utf8) else { continue }
            last = header.path[1]
            names.append(last)
        }
        return (names, false)
    }

    private static func dottedHost(_ table: TOMLTable) -> Int? {
        guard table.origin == .dotted else { return nil }
        return table.entries.first { $0.value.table?.origin == .dotted }?.position.line
    }

    /// The decoder's `map[string]hostFileConfig`; every table is checked, used or not.
    private static func hostTables(
        _ root: TOMLTable,
        reader: HostTableReader
    ) throws(HostsFileError) -> [TOMLKey: TOMLEntry] {
        var tables: [TOMLKey: TOMLEntry] = [:]
        for entry in reader.entries("host", in: root) {
            guard let hosts = entry.value.table else { throw reader.wrongType(entry, expected: "table") }
            for host in hosts.entries {
                guard let table = host.value.table else { throw reader.wrongType(host, expected: "table") }
                try reader.checkTypes(table)
                tables[TOMLKey(host.key)] = host
            }
        }
        return tables
    }
}
