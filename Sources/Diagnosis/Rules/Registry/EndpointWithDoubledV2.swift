/// `/v2` stands in the endpoint twice.
struct EndpointWithDoubledV2: DiagnosisRule {
    let code = "MIR0411"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let typed = report.typed, typed.typed.fault == .doubledV2 else { return [] }
        return [finding(typed.evidence, report.place(typed.arguments), field: .endpoint)]
    }
}
