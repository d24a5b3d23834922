/// Files that decide about pulls and cannot be read, whoever asks: links in a circle, a disk that fails, what is no file.
struct FilesFailed: NodeRule {
    let code = "MIR0834"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        let failed = node.inspection.report?.files.failed ?? []
        guard let first = failed.first else { return [] }
        let evidence = failed.prefix(20).map { "\($0.path): \($0.error)" }
        return [finding(node, evidence, ["reason": "\(first.error)", "path": first.path])]
    }
}
