/// The report ends early or holds lines that no collector writes.
struct NodeReportDamaged: NodeRule {
    let code = "MIR0809"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        switch node.inspection.failure {
        case .report(.truncated): return [finding(node, [])]
        case .report(.malformed(let line)): return [finding(node, ["line \(line)"])]
        case .report(.unknownVersion(let version)): return [finding(node, [version])]
        default: return []
        }
    }
}
