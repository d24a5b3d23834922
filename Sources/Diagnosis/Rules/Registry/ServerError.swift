/// The registry, or what stands before it, fails.
struct ServerError: DiagnosisRule {
    let code = "MIR0405"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = report.answers.first(where: { (500...599).contains($0.status) }) else { return [] }
        return [finding(answer.evidence, report.place(["status": String(answer.status)]))]
    }
}
