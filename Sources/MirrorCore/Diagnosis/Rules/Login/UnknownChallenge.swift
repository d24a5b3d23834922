/// The registry wants a login of a kind that nodes do not speak.
struct UnknownChallenge: DiagnosisRule {
    let code = "MIR0311"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.sent == .nothing(.unknownChallenge) else { return [] }
        return [finding(login.evidence, report.place)]
    }
}
