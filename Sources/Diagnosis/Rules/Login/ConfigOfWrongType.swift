/// A member of the Docker config is of a type that Go does not read into its field.
struct ConfigOfWrongType: DiagnosisRule {
    let code = "MIR0318"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (trouble, _) = report.dockerConfig([.wrongType]) else { return [] }
        return [finding(trouble.evidence, report.place(["words": trouble.words]), field: .pullCredentialConfigPath)]
    }
}
