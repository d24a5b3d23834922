/// The endpoint has a slash too many.
struct EndpointWithSlash: DiagnosisRule {
    let code = "MIR0412"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let typed = report.typed, typed.typed.fault == .slash else { return [] }
        return [finding(typed.evidence, report.place(typed.arguments), field: .endpoint)]
    }
}
