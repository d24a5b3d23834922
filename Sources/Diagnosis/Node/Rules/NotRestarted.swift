/// config.toml changed after containerd had read it.
struct NotRestarted: NodeRule {
    let code = "MIR0815"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        let files = node.inspection.report?.changedSinceStart ?? []
        return files.isEmpty ? [] : [finding(node, files)]
    }
}
