/// The unit is not active: no image can be pulled.
struct ContainerdNotRunning: NodeRule {
    let code = "MIR0813"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let state = node.inspection.report?.unitState, state != "active" else { return [] }
        let words = ["LoadState", "Result", "NRestarts"]
        let unit = (node.inspection.report?.outputs["unit"] ?? "").split(separator: "\n").map(String.init)
        return [finding(node, unit.filter { line in words.contains { line.hasPrefix($0 + "=") } }, ["state": state])]
    }
}
