/// There is no containerd on the node.
struct ContainerdMissing: NodeRule {
    let code = "MIR0812"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        node.isWithoutContainerd ? [finding(node, [])] : []
    }
}
