/// The CA file cannot be read.
struct CAFileUnreadable: DiagnosisRule {
    let code = "MIR0209"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .unreadable(let trouble) = report.caFile else { return [] }
        return [
            finding(
                [report.plan.caCertPath ?? "", trouble.words],
                report.place(["trouble": trouble.words]),
                field: .caCertPath
            )
        ]
    }
}
