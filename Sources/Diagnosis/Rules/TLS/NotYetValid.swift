/// A certificate of the chain is not valid yet.
struct NotYetValid: DiagnosisRule {
    let code = "MIR0206"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, let problem = tls.problems.first(where: { $0.kind == .notYetValid }) else {
            return []
        }
        let certificate = tls.certificate(of: problem)
        let arguments = [
            "subject": certificate?.subject ?? problem.subject,
            "date": certificate.map { civilTime($0.notBefore) } ?? "",
            "now": civilTime(report.startedAt),
        ]
        let evidence = (certificate?.evidence ?? [problem.text]) + report.clockEvidence
        return [finding(evidence, report.place(arguments))]
    }
}
