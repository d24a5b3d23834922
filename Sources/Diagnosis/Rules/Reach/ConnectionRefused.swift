/// The machine answers, and nothing listens on the port.
struct ConnectionRefused: DiagnosisRule {
    let code = "MIR0102"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .refused else { return [] }
        return [finding(report.addressEvidence, report.place, field: .endpoint)]
    }
}
