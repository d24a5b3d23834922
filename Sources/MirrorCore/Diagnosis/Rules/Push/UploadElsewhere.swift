/// The registry sends the upload to another scheme or host than it was asked at.
struct UploadElsewhere: DiagnosisRule {
    let code = "MIR0606"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, let elsewhere = rehearsal.elsewhere else { return [] }
        return [finding(["Location: \(elsewhere)"], report.place(["location": elsewhere]))]
    }
}
