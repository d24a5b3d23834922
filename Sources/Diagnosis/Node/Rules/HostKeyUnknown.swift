/// Nobody has ever accepted this node's host key on this workstation.
struct HostKeyUnknown: NodeRule {
    let code = "MIR0803"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .hostKeyUnknown(let text) = node.inspection.failure else { return [] }
        return [finding(node, Self.lines(text))]
    }
}
