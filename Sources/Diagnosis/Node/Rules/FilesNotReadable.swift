/// Files that decide about pulls may be read by root only, and sudo -n was refused.
struct FilesNotReadable: NodeRule {
    let code = "MIR0811"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let report = node.inspection.report else { return [] }
        let denied = report.files.denied
        return denied.isEmpty ? [] : [finding(node, denied)]
    }
}
