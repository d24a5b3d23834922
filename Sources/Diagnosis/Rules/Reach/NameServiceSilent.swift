/// The name service never answers.
struct NameServiceSilent: DiagnosisRule {
    let code = "MIR0112"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .timedOut, report.failedPhase == .resolve else { return [] }
        let seconds = ["seconds": String(report.plan.connectDeadlineSeconds)]
        return [finding([report.plan.endpoint.address], report.place(seconds), field: .endpoint)]
    }
}
