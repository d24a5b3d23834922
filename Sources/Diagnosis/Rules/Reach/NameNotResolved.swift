/// The endpoint's name has no address here.
struct NameNotResolved: DiagnosisRule {
    let code = "MIR0101"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .nameNotResolved else { return [] }
        return [finding([report.plan.endpoint.address], report.place, field: .endpoint)]
    }
}
