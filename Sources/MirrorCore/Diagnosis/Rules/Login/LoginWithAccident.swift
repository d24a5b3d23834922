/// The refused login has something at its edges that nobody types on purpose.
struct LoginWithAccident: DiagnosisRule {
    let code = "MIR0320"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let quirks = (report.loginQuirks ?? []).filter { !$0.isAboutRobot }
        guard !quirks.isEmpty, let refused = CredentialRefused().findings(in: report).first else { return [] }
        let seen = quirks.map(\.words)
        let arguments = refused.arguments.merging(["seen": seen.joined(separator: ", ")]) { $1 }
        return [finding(seen, arguments, field: .pullCredentialConfigPath)]
    }
}
