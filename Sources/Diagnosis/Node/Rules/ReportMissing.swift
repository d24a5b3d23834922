/// The cluster config file has the node, and whatever collected the reports brought none of it.
struct NodeReportMissing: NodeRule {
    let code = "MIR0827"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        node.inspection.failure == .missing ? [finding(node, [])] : []
    }
}
