/// Go refuses, for a reason that has no rule of its own.
struct RefusedByNodes: DiagnosisRule {
    let code = "MIR0232"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, !tls.has(.weak) else { return [] }
        // What verification here has told already.
        let kinds: Set<GoRule.Kind> = tls.problems.isEmpty ? [.critical, .signature, .known] : [.critical, .signature]
        return report.refusals(kinds).filter { $0.verdict.isOfEveryRelease }.map { verdict, _ in
            finding(report.evidence(of: verdict), report.place(of: verdict))
        }
    }
}
