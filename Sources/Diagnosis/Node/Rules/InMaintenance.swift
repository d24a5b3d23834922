/// The cluster config file takes the node out of service.
struct InMaintenance: NodeRule {
    let code = "MIR0825"
    let severity = Finding.Severity.info

    func findings(in node: NodeJudgement) -> [Finding] {
        node.inspection.isInMaintenance ? [finding(node, [])] : []
    }
}
