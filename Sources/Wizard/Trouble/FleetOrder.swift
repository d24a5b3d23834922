import Diagnosis

/// Nodes that do the same for every image, the odd ones first: those without a report, then small groups, then large ones.
package struct FleetOrder: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// This machine.
        case here
        /// Asked, and no report came.
        case silent
        case unasked
        /// The letter of the configuration they share.
        case alike(letter: String)
    }

    package struct Group: Equatable, Sendable {
        package let kind: Kind
        /// Indices among the nodes.
        package let nodes: [Int]
    }

    package let groups: [Group]

    package init(_ nodes: [TroubledNode]) {
        var silent: [Int] = []
        var unasked: [Int] = []
        var identities: [String?] = nodes.map { _ in nil }
        for index in nodes.indices.dropFirst() {
            switch nodes[index].state {
            case .failed: silent.append(index)
            case .unasked, .asking: unasked.append(index)
            case .reported(let summary): identities[index] = summary.identity
            }
        }
        let alike = AlikeNodes(identities).groups.map { Group(kind: .alike(letter: $0.letter), nodes: $0.nodes) }
        groups =
            ([Group(kind: .here, nodes: [0]), Group(kind: .silent, nodes: silent)] + alike
            + [Group(kind: .unasked, nodes: unasked)]).filter { !$0.nodes.isEmpty }
    }

    /// Top to bottom.
    package var nodes: [Int] { groups.flatMap(\.nodes) }

    /// Letter of the group that a node is in; `nil` where the node has no report.
    package func letter(of node: Int) -> String? {
        for group in groups where group.nodes.contains(node) {
            if case .alike(let letter) = group.kind { return letter }
        }
        return nil
    }
}

extension WizardState {
    /// The odd ones to the top, once all have been heard; what is chosen and in focus stays so.
    mutating func orderFleet() {
        guard trouble.nodes.count > 2 else { return }
        let order = FleetOrder(trouble.nodes).nodes
        guard order != Array(trouble.nodes.indices) else { return }
        let chosen = trouble.selected
        trouble.nodes = order.map { trouble.nodes[$0] }
        trouble.selected = order.firstIndex(of: chosen) ?? 0
        guard currentField?.id == .node, let place = order.firstIndex(of: focus) else { return }
        focus = place
    }
}
