/// A rule of newer releases of Go.
struct RefusedByNewerNodes: DiagnosisRule {
    let code = "MIR0227"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.tls?.has(.weak) != true else { return [] }
        let kinds: Set<GoRule.Kind> = [.authority, .key, .reading, .constraint, .critical, .signature]
        return report.refusals(kinds).filter { !$0.verdict.isOfEveryRelease && !$0.verdict.isOfOldReleases }
            .map { verdict, _ in finding(report.evidence(of: verdict), report.place(of: verdict)) }
    }
}
