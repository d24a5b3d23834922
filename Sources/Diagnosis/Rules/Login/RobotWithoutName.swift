/// The refused user is called as a robot account whose `$NAME` a shell has taken.
struct RobotWithoutName: DiagnosisRule {
    let code = "MIR0321"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (evidence, arguments) = report.refusedQuirks(aboutRobot: true) else { return [] }
        return [finding(evidence, arguments, field: .pullCredentialConfigPath)]
    }
}
