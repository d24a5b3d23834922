/// A certificate of the chain ends within 30 days.
struct ExpiresSoon: DiagnosisRule {
    let code = "MIR0216"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, tls.problems.isEmpty else { return [] }
        let limit = report.startedAt.addingClamped(30 * 86_400)
        guard let first = tls.chain.filter({ $0.notAfter < limit }).min(by: { $0.notAfter < $1.notAfter }) else {
            return []
        }
        return [finding(first.evidence, report.place(["subject": first.subject, "date": civilTime(first.notAfter)]))]
    }
}
