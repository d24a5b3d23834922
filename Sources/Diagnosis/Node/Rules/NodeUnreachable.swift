/// Nothing answers, or OpenSSH gave up.
struct NodeUnreachable: NodeRule {
    let code = "MIR0801"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .unreachable(let text) = node.inspection.failure else { return [] }
        return [finding(node, Self.lines(text))]
    }
}
