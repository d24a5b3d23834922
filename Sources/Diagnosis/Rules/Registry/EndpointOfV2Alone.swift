/// The endpoint ends in `/v2`, which GDC writes before a namespace only.
struct EndpointOfV2Alone: DiagnosisRule {
    let code = "MIR0413"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let typed = report.typed, typed.typed.fault == .bareV2 else { return [] }
        return [finding(typed.evidence, report.place(typed.arguments), field: .endpoint)]
    }
}
