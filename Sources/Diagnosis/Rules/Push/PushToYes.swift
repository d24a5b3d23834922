/// Nothing that the registry says of blobs can be believed: a push does not begin.
struct PushToYes: DiagnosisRule {
    let code = "MIR0613"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.rehearsal?.outcome == .saysYesToEverything else { return [] }
        let repository = report.rehearsal?.repository ?? "–"
        return [finding(["HEAD /v2/\(repository)/blobs/…: 200"], report.place(["repository": repository]))]
    }
}
