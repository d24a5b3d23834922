/// The answer's header does not end.
struct HeadersTooLarge: DiagnosisRule {
    let code = "MIR0110"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .headersTooLarge else { return [] }
        return [finding([], report.place, field: .endpoint)]
    }
}
