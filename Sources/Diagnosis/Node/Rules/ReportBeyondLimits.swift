import Texts

/// More stands in the report than is read: what it says of the node is not known then.
struct NodeReportBeyondLimits: NodeRule {
    let code = "MIR0830"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        switch node.inspection.failure {
        case .report(.tooMany(let limit)): [finding(node, Phrase("node.beyond.reports", ["limit": "\(limit)"]))]
        case .report(.beyond(let excess, let line)):
            [finding(node, Phrase(excess.key, ["line": "\(line)", "limit": "\(excess.limit)"]))]
        default: []
        }
    }

    private func finding(_ node: NodeJudgement, _ reason: Phrase) -> Finding {
        Finding(
            code: code,
            severity: severity,
            evidence: [],
            arguments: ["node": node.inspection.target],
            parts: ["reason": reason]
        )
    }
}

extension NodeReportParser.Excess {
    fileprivate var key: String {
        switch self {
        case .records: "node.beyond.records"
        case .names: "node.beyond.names"
        case .parts: "node.beyond.parts"
        case .length: "node.beyond.length"
        }
    }
}
