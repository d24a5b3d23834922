/// The registry sends logins to another host, and nothing says that it is the operator's.
struct ForeignTokenServer: DiagnosisRule {
    let code = "MIR0144"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.sent == .nothing(.foreignRealm) else { return [] }
        let realm = login.challenges.compactMap(\.realm).first ?? ""
        return [finding(login.evidence, report.place(["realm": realm]), field: .caCertPath)]
    }
}
