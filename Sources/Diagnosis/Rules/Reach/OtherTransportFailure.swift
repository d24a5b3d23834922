/// A failure below HTTP that has no rule of its own.
struct OtherTransportFailure: DiagnosisRule {
    let code = "MIR0111"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .other(let words) = report.failure else { return [] }
        return [finding([words], report.place, field: .endpoint)]
    }
}
