/// The login shell or a command on the node hangs.
struct NodeSilent: NodeRule {
    let code = "MIR0805"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .timedOut(let seconds) = node.inspection.failure else { return [] }
        return [finding(node, [], ["seconds": "\(seconds)"])]
    }
}
