/// The tables under construction, as an arena: nodes refer to each other by index, so that no rule needs recursion.
struct TOMLTree {
    enum Kind {
        case value(TOMLValue)
        case table(TOMLTable.Origin)
        /// `[ … ]`: closed when its bracket closes.
        case staticArray
        /// `[[ … ]]`: grows.
        case tableArray
    }

    /// Small, since a value has one: the children are a chain and no array.
    private struct Node {
        var kind: Kind
        /// In its table; empty in an array.
        var key = ""
        var keyPosition = TOMLPosition.start
        var position: TOMLPosition
        let depth: Int32
        /// The root is nobody's child, so that 0 is none.
        var firstChild: Int32 = 0
        var lastChild: Int32 = 0
        var next: Int32 = 0
        var childCount: Int32 = 0
    }

    static let root = 0
    private var nodes = [Node(kind: .table(.root), position: .start, depth: 0)]
    /// The children of each table that has more than a few.
    private var indexes: [Int: [TOMLKey: Int]] = [:]

    /// Keys, values and tables.
    var count: Int { nodes.count }

    func kind(_ node: Int) -> Kind { nodes[node].kind }
    func line(_ node: Int) -> Int { nodes[node].position.line }

    func child(_ key: String, of table: Int) -> Int? {
        let wanted = TOMLKey(key)
        if nodes[table].childCount > TOMLKey.fewest { return indexes[table]?[wanted] }
        return children(of: table).first { TOMLKey(nodes[$0].key) == wanted }
    }

    func lastElement(of array: Int) -> Int? { nodes[array].childCount == 0 ? nil : Int(nodes[array].lastChild) }

    mutating func setOrigin(_ origin: TOMLTable.Origin, of table: Int) { nodes[table].kind = .table(origin) }

    mutating func define(_ table: Int, at position: TOMLPosition) {
        nodes[table].kind = .table(.header)
        nodes[table].position = position
    }

    /// - Parameter key: new in its table.
    mutating func add(
        _ key: String,
        at keyPosition: TOMLPosition,
        to table: Int,
        _ kind: Kind,
        valueAt position: TOMLPosition
    ) throws(TOMLError) -> Int {
        let node = try append(kind, to: table, at: position)
        nodes[node].key = key
        nodes[node].keyPosition = keyPosition
        if nodes[table].childCount > TOMLKey.fewest {
            indexes[table, default: [:]][TOMLKey(key)] = node
        } else if nodes[table].childCount == TOMLKey.fewest {
            for child in children(of: table) { indexes[table, default: [:]][TOMLKey(nodes[child].key)] = child }
        }
        return node
    }

    mutating func append(_ kind: Kind, to parent: Int, at position: TOMLPosition) throws(TOMLError) -> Int {
        let depth = nodes[parent].depth + 1
        guard depth <= TOMLDocument.maximumDepth else {
            throw TOMLError(.tooDeep(limit: TOMLDocument.maximumDepth), at: position)
        }
        guard nodes.count <= TOMLDocument.maximumValues else {
            throw TOMLError(.tooManyValues(limit: TOMLDocument.maximumValues), at: position)
        }
        let node = nodes.count
        nodes.append(Node(kind: kind, position: position, depth: depth))
        let last = Int(nodes[parent].lastChild)
        if last == 0 { nodes[parent].firstChild = Int32(node) } else { nodes[last].next = Int32(node) }
        nodes[parent].lastChild = Int32(node)
        nodes[parent].childCount += 1
        return node
    }

    /// In the order of the file.
    private func children(of parent: Int) -> some Sequence<Int> {
        let first = Int(nodes[parent].firstChild)
        return sequence(first: first) { nodes[$0].next == 0 ? nil : Int(nodes[$0].next) }.lazy
            .prefix { $0 != 0 }
    }

    func rootTable() -> TOMLTable { table(Self.root, origin: .root) }

    private func table(_ node: Int, origin: TOMLTable.Origin) -> TOMLTable {
        var entries: [TOMLEntry] = []
        entries.reserveCapacity(Int(nodes[node].childCount))
        for child in children(of: node) {
            let (key, position) = (nodes[child].key, nodes[child].keyPosition)
            entries.append(
                TOMLEntry(key: key, value: value(child), position: position, valuePosition: nodes[child].position)
            )
        }
        return TOMLTable(origin: origin, entries: entries)
    }

    /// Recursion is bounded by `maximumDepth`.
    private func value(_ node: Int) -> TOMLValue {
        switch nodes[node].kind {
        case .value(let value): return value
        case .table(let origin): return .table(table(node, origin: origin))
        case .staticArray, .tableArray:
            var elements: [TOMLElement] = []
            elements.reserveCapacity(Int(nodes[node].childCount))
            for child in children(of: node) {
                elements.append(TOMLElement(value: value(child), position: nodes[child].position))
            }
            return .array(elements)
        }
    }
}
