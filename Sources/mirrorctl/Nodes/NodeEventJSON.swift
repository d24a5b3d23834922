import Operations

/// `node --output jsonl`: which nodes have been heard, as it happens, then each with all that is known of it, and at last
/// which do the same.
struct NodeEventJSON: Encodable {
    /// `heard`, `node` or `summary`
    let event: String
    /// Of `heard`: how many have been, and of how many.
    var done: Int?
    var all: Int?
    var name: String?
    var isReachable: Bool?
    /// Of `node`.
    var node: NodeJSON.Node?
    /// Of `summary`.
    var groups: [NodeJSON.Group]?

    init(heard name: String, isReachable: Bool, done: Int, all: Int) {
        event = "heard"
        (self.name, self.isReachable, self.done, self.all) = (name, isReachable, done, all)
    }

    init(_ node: NodeJSON.Node) {
        event = "node"
        self.node = node
    }

    init(_ groups: [NodeJSON.Group]) {
        event = "summary"
        self.groups = groups
    }
}

extension OutputOptions {
    func print(nodes fleet: NodeJSON) throws {
        guard hasEvents else { return try print(fleet) }
        for node in fleet.nodes { Self.event(NodeEventJSON(node)) }
        Self.event(NodeEventJSON(fleet.groups))
    }
}
