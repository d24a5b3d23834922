/// The registry names another scheme, port or host for the upload, and the upload went in all the same.
struct UploadNamedElsewhere: DiagnosisRule {
    let code = "MIR0610"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .accepted, let elsewhere = rehearsal.elsewhere
        else {
            return []
        }
        return [finding(["Location: \(elsewhere)"], report.place(["location": elsewhere]))]
    }
}
