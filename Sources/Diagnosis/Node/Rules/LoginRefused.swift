/// The node takes none of the keys that OpenSSH offered.
struct LoginRefused: NodeRule {
    let code = "MIR0804"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .loginRefused(let text) = node.inspection.failure else { return [] }
        return [finding(node, Self.lines(text))]
    }
}
