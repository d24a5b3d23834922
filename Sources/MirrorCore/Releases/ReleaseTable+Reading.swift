import TOML

/// Why a text is no table of releases.
package struct ReleaseTableError: Error, Equatable, Sendable, CustomStringConvertible {
    package let line: Int
    package let description: String
}

extension ReleaseTable {
    /// Reads the form that `releases.toml` explains; every key is needed, and others are refused.
    package init(_ text: String) throws(ReleaseTableError) {
        let root: TOMLTable
        do throws(TOMLError) { root = try TOMLDocument(text).root } catch {
            throw ReleaseTableError(line: error.line, description: "this is not TOML")
        }
        let reader = Reader(table: root, line: 1)
        try reader.allow(["read", "supported", "release", "change"])
        let supported = try reader.minors("supported")
        var releases: [GDCRelease] = []
        for entry in try reader.tables("release") {
            try entry.allow(["gdc", "containerd", "files", "header"])
            let minors = try entry.minors("gdc")
            if let last = releases.last, last.minors.upperBound >= minors.lowerBound {
                throw ReleaseTableError(line: entry.line, description: "\(minors.lowerBound) does not follow")
            }
            releases.append(
                GDCRelease(
                    minors: minors,
                    containerd: try entry.fact("containerd") { ContainerdLine($0) },
                    files: try entry.fact("files") { NodeFileForm(rawValue: $0) },
                    header: try entry.fact("header") { HeaderRule(rawValue: $0) }
                )
            )
        }
        let changes = try reader.tables("change").map { (entry) throws(ReleaseTableError) in
            try entry.allow(["id", "since", "source", "kind", "basis", "pulls"])
            return ReleaseChange(
                id: try entry.string("id"),
                since: try entry.strings("since") { GDCVersion($0) },
                source: try entry.string("source"),
                basis: try entry.basis(else: .published),
                pulls: try entry.pullEffect(),
                isAbility: try entry.isAbility
            )
        }
        self.init(readOn: try reader.string("read"), supported: supported, releases: releases, changes: changes)
    }

    private struct Reader {
        let table: TOMLTable
        let line: Int

        func failure(_ key: String, _ text: String) -> ReleaseTableError {
            ReleaseTableError(line: table.entry(key)?.position.line ?? line, description: "\(key): \(text)")
        }

        func allow(_ keys: Set<String>) throws(ReleaseTableError) {
            for entry in table.entries where !keys.contains(entry.key) { throw failure(entry.key, "is not known here") }
        }

        func string(_ key: String) throws(ReleaseTableError) -> String {
            guard let text = table[key]?.string, !text.isEmpty else { throw failure(key, "a text is wanted") }
            return text
        }

        /// `kind`, which may be left out for what was mended.
        var isAbility: Bool {
            get throws(ReleaseTableError) {
                switch table["kind"]?.string {
                case nil where table.entry("kind") == nil: return false
                case "ability": return true
                default: throw failure("kind", "ability, or nothing")
                }
            }
        }

        func strings<Value>(_ key: String, _ read: (String) -> Value?) throws(ReleaseTableError) -> [Value] {
            let texts = (table[key]?.elements ?? []).map { $0.value.string.flatMap(read) }
            let values = texts.compactMap(\.self)
            guard !values.isEmpty, values.count == texts.count else { throw failure(key, "a list is wanted") }
            return values
        }

        /// One, or the first and the last.
        func minors(_ key: String) throws(ReleaseTableError) -> ClosedRange<GDCMinor> {
            if let one = table[key]?.string.flatMap(GDCMinor.init) { return one...one }
            let ends = try strings(key) { GDCMinor($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { throw failure(key, "the first and the last are wanted") }
            return ends[0]...ends[1]
        }

        func tables(_ key: String) throws(ReleaseTableError) -> [Reader] {
            let elements = table[key]?.elements ?? []
            return try elements.map { (element) throws(ReleaseTableError) in
                guard let table = element.value.table else { throw failure(key, "tables are wanted") }
                return Reader(table: table, line: element.position.line)
            }
        }

        /// - Parameter usual: where none is given.
        func basis(else usual: ReleaseBasis? = nil) throws(ReleaseTableError) -> ReleaseBasis {
            if let usual, table["basis"] == nil { return usual }
            guard let basis = ReleaseBasis(rawValue: try string("basis")) else {
                throw failure("basis", "the basis is published, inferred or unpublished")
            }
            return basis
        }

        func pullEffect() throws(ReleaseTableError) -> ReleaseChange.PullEffect? {
            guard table["pulls"] != nil else { return nil }
            guard let table = table["pulls"]?.table else { throw failure("pulls", "a table is wanted") }
            let effect = Reader(table: table, line: line)
            try effect.allow(["finding", "side"])
            guard let side = ReleaseChange.PullEffect.Side(rawValue: try effect.string("side")) else {
                throw failure("pulls", "the side is before or since")
            }
            return ReleaseChange.PullEffect(finding: try effect.string("finding"), side: side)
        }

        func fact<Value>(
            _ key: String,
            _ read: (String) -> Value?
        ) throws(ReleaseTableError) -> ReleaseFact<Value> {
            guard let table = table[key]?.table else { throw failure(key, "a table is wanted") }
            let fact = Reader(table: table, line: line)
            try fact.allow(["value", "basis", "source"])
            guard let value = read(try fact.string("value")) else { throw failure(key, "this value is not known") }
            return ReleaseFact(value: value, basis: try fact.basis(), source: try fact.string("source"))
        }
    }
}
