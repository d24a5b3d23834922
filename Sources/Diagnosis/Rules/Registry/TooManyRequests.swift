/// The registry limits how often it may be asked.
struct TooManyRequests: DiagnosisRule {
    let code = "MIR0406"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = report.answers.first(where: { $0.status == 429 }) else { return [] }
        let wait = answer.retryAfter.map { ["Retry-After: \($0)"] } ?? []
        return [finding(answer.evidence + wait, report.place)]
    }
}
