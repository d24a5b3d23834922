/// This machine has no way to the network or the host.
struct NoRoute: DiagnosisRule {
    let code = "MIR0104"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .unreachable else { return [] }
        return [finding(report.addressEvidence, report.place, field: .endpoint)]
    }
}
