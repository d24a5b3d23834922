/// The refused login has something at its edges that nobody types on purpose.
struct LoginWithAccident: DiagnosisRule {
    let code = "MIR0320"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (evidence, arguments) = report.refusedQuirks(aboutRobot: false) else { return [] }
        return [finding(evidence, arguments, field: .pullCredentialConfigPath)]
    }
}
