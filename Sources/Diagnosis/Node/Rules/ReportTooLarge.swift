/// The node sends more than any report can be long; it was cut off.
struct NodeReportTooLarge: NodeRule {
    let code = "MIR0808"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .report(.tooLarge) = node.inspection.failure else { return [] }
        return [finding(node, [], ["limit": "\(NodeReportParser.limit >> 20)"])]
    }
}
