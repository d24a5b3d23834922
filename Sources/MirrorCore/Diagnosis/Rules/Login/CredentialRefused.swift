/// The user name or password was sent and refused.
struct CredentialRefused: DiagnosisRule {
    let code = "MIR0303"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, case .sent(let origin) = login.sent, !report.isLoginAccepted else { return [] }
        let refusal =
            login.token.flatMap { [401, 403].contains($0.status) ? $0 : nil }
            ?? (login.token == nil ? login.answer : nil)
        guard let refusal, [401, 403].contains(refusal.status) else { return [] }
        guard case .loaded(.found(let key, let username)) = report.dockerConfig else { return [] }
        let arguments = ["origin": origin, "username": username, "key": key]
        return [finding(refusal.evidence, report.place(arguments), field: .pullCredentialConfigPath)]
    }
}
