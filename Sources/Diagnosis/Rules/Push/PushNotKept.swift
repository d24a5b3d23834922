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

/// The small blob that was pushed to try is still there.
struct PushedBlobLeft: DiagnosisRule {
    let code = "MIR0612"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, let answer = rehearsal.blobLeft else { return [] }
        // What was never there cannot be left.
        guard rehearsal.proof == .kept || rehearsal.proof == .open else { return [] }
        return [finding(answer.evidence, report.place(["repository": rehearsal.repository]))]
    }
}
