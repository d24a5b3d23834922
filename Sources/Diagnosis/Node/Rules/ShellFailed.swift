/// The login works, and the shell ends with an error before there is a report.
struct ShellFailed: NodeRule {
    let code = "MIR0806"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        switch node.inspection.failure {
        case .ended(let status, let text):
            return [finding(node, Self.lines(text), ["status": "\(status)"])]
        case .noClient(let text): return [finding(node, [text], ["status": "ssh"])]
        default: return []
        }
    }
}
