/// 403 at the door: a filter, or a user without any right.
struct Forbidden: DiagnosisRule {
    let code = "MIR0312"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = [report.ping, report.login?.answer].compactMap({ $0 }).first(where: { $0.status == 403 })
        else {
            return []
        }
        // A refused password is told by its own rule.
        guard report.refusedLogin == nil else { return [] }
        return [finding(answer.evidence, report.place, field: .pullCredentialConfigPath)]
    }
}
