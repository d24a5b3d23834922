/// The registry says yes to what is sent, and a push finds something else there at its end.
struct PushNotKept: DiagnosisRule {
    let code = "MIR0611"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .notKept, let failure = rehearsal.failure else {
            return []
        }
        return [
            Finding(
                code: code,
                severity: severity,
                evidence: failure.evidence + [failure.code],
                arguments: report.place(["repository": rehearsal.repository, "code": failure.code]),
                parts: ["push": failure.cause]
            )
        ]
    }
}
