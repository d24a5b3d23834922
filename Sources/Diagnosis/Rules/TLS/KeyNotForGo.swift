/// A key or curve that Go does not know.
struct KeyNotForGo: DiagnosisRule {
    let code = "MIR0224"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.tls?.has(.weak) != true else { return [] }
        return report.refusals([.key]).filter { $0.verdict.isOfEveryRelease }.map { verdict, tls in
            let culprit = report.certificate(verdict.refusal.culprit) ?? tls.leaf
            let key = culprit.map { "\($0.keyType) \($0.keyBits)" } ?? "–"
            let arguments = ["key": key, "subject": culprit?.subject ?? ""]
            return finding(
                [key] + report.evidence(of: verdict),
                report.place(of: verdict).merging(arguments) { $1 }
            )
        }
    }
}
