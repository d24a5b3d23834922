import Texts

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
        let next = Phrase("MIR0209.nextNear", ["paths": near.joined(separator: ", ")])
        return [
            Finding(
                code: code,
                severity: severity,
                evidence: [report.plan.caCertPath ?? "", trouble.words],
                arguments: report.place(arguments),
                parts: near.isEmpty ? [:] : ["next": next],
                field: .caCertPath
            )
        ]
    }
}
