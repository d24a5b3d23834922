/// The Docker config is not JSON with an object `auths`.
struct DockerConfigMalformed: DiagnosisRule {
    let code = "MIR0306"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.dockerConfig == .malformed else { return [] }
        // Braces of the sample cannot stand in a text.
        let braces = report.place(["open": "{", "close": "}"])
        return [finding([report.plan.pullCredentialConfigPath ?? ""], braces, field: .pullCredentialConfigPath)]
    }
}
