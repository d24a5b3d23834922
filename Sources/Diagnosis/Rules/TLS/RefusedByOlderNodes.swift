/// Older releases of Go refuse what newer ones take.
struct RefusedByOlderNodes: DiagnosisRule {
    let code = "MIR0231"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let kinds: Set<GoRule.Kind> = [.authority, .key, .reading, .constraint, .critical, .signature]
        return report.refusals(kinds).filter { $0.verdict.isOfOldReleases }
            .map { verdict, _ in finding(report.evidence(of: verdict), report.place(of: verdict)) }
    }
}
