/// The machine answers, and nothing listens on the port.
struct ConnectionRefused: DiagnosisRule {
    let code = "MIR0102"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .refused else { return [] }
        return [
            finding(
                report.addresses.map { "\($0):\(report.plan.endpoint.effectivePort)" },
                report.place,
                field: .endpoint
            )
        ]
    }
}
