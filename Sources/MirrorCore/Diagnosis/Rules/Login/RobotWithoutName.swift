/// The refused user is called as a robot account whose `$NAME` a shell has taken.
struct RobotWithoutName: DiagnosisRule {
    let code = "MIR0321"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let quirks = (report.loginQuirks ?? []).filter(\.isAboutRobot)
        guard !quirks.isEmpty, let refused = CredentialRefused().findings(in: report).first else { return [] }
        let seen = quirks.map(\.words)
        return [finding(["user \(refused.arguments["username"] ?? "")"] + seen, refused.arguments)]
    }
}
