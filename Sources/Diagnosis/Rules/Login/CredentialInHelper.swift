/// The credential is in a helper program, which nodes do not have.
struct CredentialInHelper: DiagnosisRule {
    let code = "MIR0307"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isRefusedWithoutCredential, case .loaded(.helper(let name, let setting)) = report.dockerConfig
        else {
            return []
        }
        return [
            finding(
                ["\(setting): \(name)"],
                report.place(["helper": name, "setting": setting]),
                field: .pullCredentialConfigPath
            )
        ]
    }
}
