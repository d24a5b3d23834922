/// Anyone may pull, and a push wants a login that nobody gave.
struct PushWithoutCredential: DiagnosisRule {
    let code = "MIR0602"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .denied, !rehearsal.sentCredential else {
            return []
        }
        return [
            finding(
                rehearsal.answer?.evidence ?? [],
                report.place(["repository": rehearsal.repository]),
                field: .pullCredentialConfigPath
            )
        ]
    }
}
