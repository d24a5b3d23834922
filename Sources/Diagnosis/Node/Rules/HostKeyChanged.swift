/// The node's host key is not the known one: another machine, or a new installation.
struct HostKeyChanged: NodeRule {
    let code = "MIR0802"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .hostKeyChanged(let text) = node.inspection.failure else { return [] }
        return [finding(node, Self.lines(text))]
    }
}
