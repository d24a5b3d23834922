/// The registry, or the proxy before it, takes no writing.
struct PushReadOnly: DiagnosisRule {
    let code = "MIR0603"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .readOnly else { return [] }
        return [finding(rehearsal.answer?.evidence ?? [], report.place(["repository": rehearsal.repository]))]
    }
}
