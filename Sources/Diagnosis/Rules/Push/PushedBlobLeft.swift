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
