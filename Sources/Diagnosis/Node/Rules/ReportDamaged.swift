/// The report ends early or holds lines that no collector writes.
struct ReportDamaged: NodeRule {
    let code = "MIR0809"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        switch node.inspection.failure {
        case .report(.truncated): return [finding(node, [])]
        case .report(.malformed(let line)): return [finding(node, ["line \(line)"])]
        case .report(.tooMany(let limit)): return [finding(node, ["more than \(limit) reports in one file"])]
        case .report(.pathTooLong(let line, let limit)):
            return [finding(node, ["line \(line): a path of more than \(limit) parts"])]
        case .report(.unknownVersion(let version)): return [finding(node, [version])]
        default: return []
        }
    }
}
