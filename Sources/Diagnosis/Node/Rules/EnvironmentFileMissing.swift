/// The unit takes variables from a file that is not there: which proxies containerd has is not known.
struct EnvironmentFileMissing: NodeRule {
    let code = "MIR0829"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let report = node.inspection.report, report.outputs["environment"] == nil else { return [] }
        let missing = report.unit.missingEnvironmentFiles
        return missing.isEmpty ? [] : [finding(node, missing, ["file": missing[0]])]
    }
}
