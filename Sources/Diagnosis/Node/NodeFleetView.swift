/// Several nodes side by side: those without a report first, then groups of identical configuration, small ones first.
package struct NodeFleetView: Sendable {
    package struct Group: Sendable {
        /// `NodeJudgement.identityDigest`; empty for nodes without a report.
        package let identity: String
        package let nodes: [Node]
    }

    package struct Node: Sendable {
        package let judgement: NodeJudgement
        package let findings: [Finding]

        package var target: String { judgement.inspection.target }
        package var hasError: Bool { findings.contains { $0.severity == .error } }
    }

    package let groups: [Group]

    package init(_ judgements: [NodeJudgement]) {
        let nodes = judgements.map { judgement in
            let known = SecretForms(judgement.explainer?.credentials.secrets ?? [])
            return Node(judgement: judgement, findings: judgement.findings.map { $0.without(known) })
        }
        var order: [String] = []
        var members: [String: [Node]] = [:]
        for node in nodes {
            let identity = node.judgement.identityDigest
            if members[identity] == nil { order.append(identity) }
            members[identity, default: []].append(node)
        }
        groups = order.map { Group(identity: $0, nodes: members[$0] ?? []) }.enumerated().sorted { left, right in
            if left.element.identity.isEmpty != right.element.identity.isEmpty { return left.element.identity.isEmpty }
            let sizes = (left.element.nodes.count, right.element.nodes.count)
            return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 < sizes.1
        }.map(\.element)
    }

    package var nodes: [Node] { groups.flatMap(\.nodes) }

    /// A node in maintenance may be out of reach or behind.
    package var hasError: Bool { nodes.contains { $0.hasError && !$0.judgement.inspection.isInMaintenance } }
}
