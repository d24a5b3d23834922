/// Nothing is below the mirror namespace, or the images are elsewhere.
struct MirrorNamespaceNotFound: DiagnosisRule {
    let code = "MIR0403"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        switch report.mirrorNamespace {
        case .notFound(let answer): return [finding(answer.evidence, report.place, field: .mirrorNamespace)]
        case .imagesAtRoot(let image): return [finding([image], report.place, field: .mirrorNamespace)]
        default: return []
        }
    }
}
