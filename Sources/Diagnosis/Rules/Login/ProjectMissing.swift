/// The registry itself says that the project is not there.
struct ProjectMissing: DiagnosisRule {
    let code = "MIR0330"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .missing(let project, let answer) = report.project else { return [] }
        return [finding(answer.evidence, report.place(["project": project]), field: .mirrorNamespace)]
    }
}
