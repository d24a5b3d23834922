/// The registry wants a login over `http://`; nothing was sent.
struct CredentialOverPlainHTTP: DiagnosisRule {
    let code = "MIR0304"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.sent == .nothing(.plainHTTP) else { return [] }
        return [finding(login.evidence, report.place, field: .endpoint)]
    }
}
