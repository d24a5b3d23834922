/// The image has a manifest of Docker's schema 1.
struct OldManifest: DiagnosisRule {
    let code = "MIR0506"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        report.images.filter { $0.outcome == .schema1 }.map { image in
            let type = image.answer?.contentType ?? ""
            let arguments = ["image": image.reference, "path": image.path, "type": type]
            return finding((image.answer?.evidence ?? []) + [type], report.place(arguments))
        }
    }
}
