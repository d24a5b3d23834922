/// A rule of newer releases of Go.
struct RefusedByNewerNodes: DiagnosisRule {
    let code = "MIR0227"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.tls?.has(.weak) != true else { return [] }
        var kinds: Set<GoRule.Kind> = [.authority, .key, .reading, .constraint, .critical, .signature]
        if report.tls?.problems.isEmpty == true { kinds.insert(.known) }
        return report.refusals(kinds).filter { !$0.verdict.isOfEveryRelease && !$0.verdict.isOfOldReleases }
            .map { verdict, _ in
                Finding(
                    code: code,
                    severity: severity,
                    evidence: report.evidence(of: verdict),
                    arguments: report.place(of: verdict),
                    parts: ["releases": report.releases(of: verdict)]
                )
            }
    }
}
