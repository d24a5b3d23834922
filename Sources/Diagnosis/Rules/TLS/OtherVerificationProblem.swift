/// A reason to refuse the chain that has no rule of its own.
struct OtherVerificationProblem: DiagnosisRule {
    let code = "MIR0213"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls else { return [] }
        // Go's own reason is better than OpenSSL's.
        guard (tls.verdicts ?? []).allSatisfy({ $0.refusal.rule.kind == .known }) else { return [] }
        let others = tls.problems.filter { $0.kind == .other }
        guard let first = others.first else { return [] }
        return [finding(others.map { "\($0.subject): \($0.text)" }, report.place(["reason": first.text]))]
    }
}
