/// The login is good for pulling, or for nothing, but not for pushing.
struct PushDenied: DiagnosisRule {
    let code = "MIR0601"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .denied, rehearsal.sentCredential else {
            return []
        }
        let username = report.usedUsername ?? "–"
        return [
            finding(
                rehearsal.answer?.evidence ?? [],
                report.place(["repository": rehearsal.repository, "username": username]),
                field: .pullCredentialConfigPath
            )
        ]
    }
}
