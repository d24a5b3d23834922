/// 200, but what came is not an image's manifest.
struct NotAManifest: DiagnosisRule {
    let code = "MIR0503"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.images.filter { $0.outcome == .notManifest }.map { image in
            let arguments = ["image": image.reference, "path": image.path]
            return finding(image.answer?.evidence ?? [], report.place(arguments), field: .mirrorNamespace)
        }
    }
}
