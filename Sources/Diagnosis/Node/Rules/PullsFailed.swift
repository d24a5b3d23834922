/// containerd's journal tells of pulls that failed or went on to the next host.
struct PullsFailed: NodeRule {
    let code = "MIR0824"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        let words = ["trying next host", "failed to pull", "failed to resolve", "invalid plugin config"]
        let lines = (node.inspection.report?.journal ?? []).filter { line in words.contains { line.contains($0) } }
        guard !lines.isEmpty else { return [] }
        return [finding(node, lines.suffix(3).map { String($0.prefix(400)) }, ["count": "\(lines.count)"])]
    }
}
