/// The token server gives neither a token nor a refusal.
struct TokenServerBroken: DiagnosisRule {
    let code = "MIR0309"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isTokenServerBroken, let login = report.login else { return [] }
        let realm = login.challenges.compactMap(\.realm).first ?? ""
        let answer = login.token?.evidence ?? login.tokenFailure.map { [$0.words] } ?? []
        let problem = login.tokenProblem.map { [$0] } ?? []
        return [finding(["realm \(realm)"] + answer + problem, report.place(["realm": realm]))]
    }
}
