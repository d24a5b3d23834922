/// The registry wants a login of a kind that nodes do not speak.
struct UnknownChallenge: DiagnosisRule {
    let code = "MIR0311"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login, login.sent == .nothing(.unknownChallenge), !report.isChallengeOutOfSight else {
            return []
        }
        let header = report.ping?.authenticate.map { "WWW-Authenticate: \($0)" } ?? []
        return [finding(header.isEmpty ? login.evidence : header, report.place)]
    }
}
