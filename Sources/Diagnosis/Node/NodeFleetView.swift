/// Several nodes side by side: those without a report first, then groups of identical configuration, small ones first.
package struct NodeFleetView: Sendable {
    package struct Group: Sendable {
        /// `NodeJudgement.identityDigest`; empty for nodes without a report.
        package let identity: String
        /// Its name among these nodes, of `AlikeNodes`; empty for nodes without a report.
        package let letter: String
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
        let identities = nodes.map(\.judgement.identityDigest)
        let silent = nodes.indices.filter { identities[$0].isEmpty }.map { nodes[$0] }
        let alike = AlikeNodes(identities.map { $0.isEmpty ? nil : $0 }).groups.map { group in
            Group(identity: group.identity, letter: group.letter, nodes: group.nodes.map { nodes[$0] })
        }
        groups = (silent.isEmpty ? [] : [Group(identity: "", letter: "", nodes: silent)]) + alike
    }

    package var nodes: [Node] { groups.flatMap(\.nodes) }

    /// A node in maintenance may be out of reach or behind.
    package var hasError: Bool { nodes.contains { $0.hasError && !$0.judgement.inspection.isInMaintenance } }
}
