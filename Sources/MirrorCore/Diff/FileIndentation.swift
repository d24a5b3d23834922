/// How a file indents, from what it holds.
struct FileIndentation: Equatable, Sendable {
    /// Columns from a key to the dashes of its list: 0 as bmctl writes, or 2.
    private(set) var list = 0
    /// Columns from a key to the keys below it.
    private(set) var mapping = 2

    init(_ documents: [YAMLDocument]) {
        var lists: [Int: Int] = [:]
        var mappings: [Int: Int] = [:]
        for document in documents { Self.count(document.root, &lists, &mappings) }
        list = Self.usual(lists) ?? 0
        mapping = max(1, Self.usual(mappings) ?? 2)
    }

    private static func count(_ node: YAMLNode, _ lists: inout [Int: Int], _ mappings: inout [Int: Int]) {
        if node.isAlias || node.isFlow { return }
        for item in node.items ?? [] { count(item, &lists, &mappings) }
        for entry in node.entries ?? [] where !entry.value.isFlow && !entry.value.isAlias {
            let step = Int(entry.value.place.column) - Int(entry.keyPlace.column)
            if entry.value.properties.isEmpty, entry.value.place.line > entry.keyPlace.line {
                if entry.value.items != nil { lists[step, default: 0] += 1 }
                if entry.value.entries != nil { mappings[step, default: 0] += 1 }
            }
            count(entry.value, &lists, &mappings)
        }
    }

    /// The most frequent, the smaller of two equally frequent ones.
    private static func usual(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
}
