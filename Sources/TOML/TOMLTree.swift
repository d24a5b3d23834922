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

    struct Node {
        var kind: Kind
        var keys: [(key: String, position: TOMLPosition)] = []
        var children: [Int] = []
        var index: [TOMLKey: Int] = [:]
        var position: TOMLPosition
        let depth: Int
    }

    static let root = 0
    private(set) var nodes = [Node(kind: .table(.root), position: .start, depth: 0)]

    func kind(_ node: Int) -> Kind { nodes[node].kind }
    func line(_ node: Int) -> Int { nodes[node].position.line }
    func child(_ key: String, of table: Int) -> Int? { nodes[table].index[TOMLKey(key)] }
    func lastElement(of array: Int) -> Int? { nodes[array].children.last }

    mutating func setOrigin(_ origin: TOMLTable.Origin, of table: Int) { nodes[table].kind = .table(origin) }

    mutating func define(_ table: Int, at position: TOMLPosition) {
        nodes[table].kind = .table(.header)
        nodes[table].position = position
    }

    mutating func add(
        _ key: String,
        at keyPosition: TOMLPosition,
        to table: Int,
        _ kind: Kind,
        valueAt position: TOMLPosition
    ) throws(TOMLError) -> Int {
        let node = try append(kind, to: table, at: position)
        nodes[table].index[TOMLKey(key)] = node
        nodes[table].keys.append((key, keyPosition))
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
        nodes.append(Node(kind: kind, position: position, depth: depth))
        nodes[parent].children.append(nodes.count - 1)
        return nodes.count - 1
    }

    func rootTable() -> TOMLTable { table(Self.root, origin: .root) }

    private func table(_ node: Int, origin: TOMLTable.Origin) -> TOMLTable {
        var entries: [TOMLEntry] = []
        entries.reserveCapacity(nodes[node].children.count)
        var index: [TOMLKey: Int] = [:]
        index.reserveCapacity(nodes[node].children.count)
        for (child, key) in zip(nodes[node].children, nodes[node].keys) {
            index[TOMLKey(key.key)] = entries.count
            let position = nodes[child].position
            entries.append(
                TOMLEntry(key: key.key, value: value(child), position: key.position, valuePosition: position)
            )
        }
        return TOMLTable(origin: origin, entries: entries, index: index)
    }

    /// Recursion is bounded by `maximumDepth`.
    private func value(_ node: Int) -> TOMLValue {
        switch nodes[node].kind {
        case .value(let value): value
        case .table(let origin): .table(table(node, origin: origin))
        case .staticArray, .tableArray:
            .array(nodes[node].children.map { TOMLElement(value: value($0), position: nodes[$0].position) })
        }
    }
}
