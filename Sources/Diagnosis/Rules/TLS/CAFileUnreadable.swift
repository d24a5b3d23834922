/// The CA file cannot be read.
struct CAFileUnreadable: DiagnosisRule {
    let code = "MIR0209"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .unreadable(let trouble) = report.caFile else { return [] }
        let near = report.caFilesNear ?? []
        var arguments = ["trouble": trouble.words]
        // One alone is most likely the one that was meant.
        if near.count == 1 { arguments["near"] = near[0] }
        return [
            finding(
                [report.plan.caCertPath ?? "", trouble.words] + near.map { "certificates are in: \($0)" },
                report.place(arguments),
                field: .caCertPath
            )
        ]
    }
}
