/// The registry sends its logins to a token server without TLS; nothing was sent.
struct TokenServerNotHTTPS: DiagnosisRule {
    let code = "MIR0310"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.sent == .nothing(.realmNotHTTPS) else { return [] }
        let realm = login.challenges.compactMap(\.realm).first ?? ""
        return [finding(login.evidence, report.place(["realm": realm]))]
    }
}
