/// The token server gave a token, and the registry does not take it.
struct TokenRefused: DiagnosisRule {
    let code = "MIR0313"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.hasToken, login.sent.wasSent, let answer = login.answer,
            answer.status == 401
        else {
            return []
        }
        let realm = login.challenges.compactMap(\.realm).first ?? ""
        return [finding(answer.evidence + login.evidence, report.place(["realm": realm]))]
    }
}
