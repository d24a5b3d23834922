/// The token server refuses the POST that containerd sends with a login in a way after which it does not ask by GET.
struct TokenByGETOnly: DiagnosisRule {
    let code = "MIR0323"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let facts = report.tokenByGETOnly else { return [] }
        let realm = (report.login?.challenges.compactMap(\.realm).first ?? facts.answer?.url) ?? "–"
        let evidence = ["realm \(realm)", "POST: \(facts.words)"] + (facts.answer?.evidence ?? [])
        return [finding(evidence, report.place(["realm": realm, "seen": facts.words]))]
    }
}
