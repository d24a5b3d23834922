/// 404 for an upload: the project does not exist, or the repository must be made first.
struct PushProjectMissing: DiagnosisRule {
    let code = "MIR0604"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .noProject else { return [] }
        let project = rehearsal.repository.split(separator: "/").first.map(String.init) ?? rehearsal.repository
        return [
            finding(
                rehearsal.answer?.evidence ?? [],
                report.place(["repository": rehearsal.repository, "project": project]),
                field: .mirrorNamespace
            )
        ]
    }
}
