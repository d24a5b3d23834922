/// The node's sshd opens no streams: what it can reach cannot be seen from here.
struct ForwardingForbidden: NodeRule {
    let code = "MIR0826"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        node.inspection.failure == .forwardingForbidden ? [finding(node, [])] : []
    }
}
