/// The registry wants a login, and no Docker config was given.
struct NoCredentialGiven: DiagnosisRule {
    let code = "MIR0301"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isRefusedWithoutCredential, report.dockerConfig == .notGiven, let login = report.login else {
            return []
        }
        return [finding(login.evidence, report.place, field: .pullCredentialConfigPath)]
    }
}
