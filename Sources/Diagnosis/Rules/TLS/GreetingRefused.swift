/// The server refuses the greeting that Go sends, for a reason that it does not give.
struct GreetingRefused: DiagnosisRule {
    let code = "MIR0229"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .greetingRefused, report.refusals([.key]).isEmpty else { return [] }
        return [finding(report.addresses + report.widerEvidence, report.place)]
    }
}
