/// The Docker config cannot be read.
struct DockerConfigUnreadable: DiagnosisRule {
    let code = "MIR0305"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .unreadable(let trouble) = report.dockerConfig else { return [] }
        let evidence = [report.plan.pullCredentialConfigPath ?? "", trouble.words]
        return [finding(evidence, report.place(["trouble": trouble.words]), field: .pullCredentialConfigPath)]
    }
}
