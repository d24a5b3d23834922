/// The login shell prints a greeting where only the report should be.
struct ShellTalks: NodeRule {
    let code = "MIR0810"
    let severity = Finding.Severity.info

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let noise = node.inspection.report?.noise, noise.contains(where: { !$0.isWhitespace }) else { return [] }
        return [finding(node, Self.lines(noise))]
    }
}
