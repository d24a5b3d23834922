/// How a file indents, from what it holds.
struct FileIndentation: Equatable, Sendable {
    private var lists: [Int: Int] = [:]
    private var mappings: [Int: Int] = [:]

    /// Columns from a key to the dashes of its list: 0 as bmctl writes, or 2.
    var list: Int { Self.usual(lists) ?? 0 }

    /// Columns from a key to the keys below it.
    var mapping: Int { max(1, Self.usual(mappings) ?? 2) }

    /// Takes a document's indentation into account.
    mutating func add(_ node: YAMLNode) {
        if node.isAlias || node.isFlow { return }
        for item in node.items ?? [] { add(item) }
        for entry in node.entries ?? [] where !entry.value.isFlow && !entry.value.isAlias {
            let step = Int(entry.value.place.column) - Int(entry.keyPlace.column)
            // Below `? key` a value may stand to the left of its key; further right than this is no indentation.
            guard (0...Self.widest).contains(step) else {
                add(entry.value)
                continue
            }
            if entry.value.properties.isEmpty, entry.value.place.line > entry.keyPlace.line {
                if entry.value.items != nil { lists[step, default: 0] += 1 }
                if entry.value.entries != nil { mappings[step, default: 0] += 1 }
            }
            add(entry.value)
        }
    }

    private static let widest = 64

    /// The most frequent, the smaller of two equally frequent ones.
    private static func usual(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
}
