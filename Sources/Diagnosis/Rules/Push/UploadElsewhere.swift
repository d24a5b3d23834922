/// The registry sends the upload to a place that no push can follow to: another host without TLS, or one that refuses it.
struct UploadElsewhere: DiagnosisRule {
    let code = "MIR0606"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, let elsewhere = rehearsal.elsewhere,
            ![.accepted, .notKept, .saysYesToEverything].contains(rehearsal.outcome)
        else {
            return []
        }
        return [finding(["Location: \(elsewhere)"], report.place(["location": elsewhere]))]
    }
}
