/// The shell printed something else instead of a report.
struct NodeReportAbsent: NodeRule {
    let code = "MIR0807"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .report(.noReport(let seen)) = node.inspection.failure else { return [] }
        return [finding(node, Self.lines(seen))]
    }
}
