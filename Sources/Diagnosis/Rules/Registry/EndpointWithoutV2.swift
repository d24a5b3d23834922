/// The endpoint names a path without `/v2`: a node asks where no registry answers.
struct EndpointWithoutV2: DiagnosisRule {
    let code = "MIR0410"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let typed = report.typed, typed.typed.fault == .noV2 else { return [] }
        return [finding(typed.evidence, report.place(typed.arguments), field: .endpoint)]
    }
}
