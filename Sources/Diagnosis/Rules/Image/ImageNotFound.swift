/// The image's manifest is not in the mirror.
struct ImageNotFound: DiagnosisRule {
    let code = "MIR0501"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        if report.isProjectMissing { return [] }
        switch report.mirrorNamespace {
        // The namespace is the cause, and has its own finding.
        case .notFound, .imagesElsewhere: return []
        default: break
        }
        return report.images.filter { $0.outcome == .notFound }.map { image in
            let arguments = ["image": image.reference, "path": image.path]
            return finding(image.answer?.evidence ?? [], report.place(arguments))
        }
    }
}
