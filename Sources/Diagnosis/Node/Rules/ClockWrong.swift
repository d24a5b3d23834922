/// The node's clock is not ours: certificates are judged by the wrong time.
struct ClockWrong: NodeRule {
    let code = "MIR0822"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let clock = node.inspection.report?.clock, let ours = node.inspection.askedAt, clock.gap(to: ours) > 120
        else { return [] }
        return [finding(node, [civilTime(clock), civilTime(ours)], ["seconds": "\(clock.gap(to: ours))"])]
    }
}
