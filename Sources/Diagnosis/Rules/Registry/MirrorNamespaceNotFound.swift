/// Nothing is below the mirror namespace.
struct MirrorNamespaceNotFound: DiagnosisRule {
    let code = "MIR0403"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .notFound(let answer) = report.mirrorNamespace, !report.isProjectMissing else { return [] }
        return [finding(answer.evidence, report.place, field: .mirrorNamespace)]
    }
}
