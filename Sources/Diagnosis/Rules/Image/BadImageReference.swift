/// The image's name cannot be read.
struct BadImageReference: DiagnosisRule {
    let code = "MIR0504"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.images.filter { $0.outcome == .badReference }.map { image in
            finding([image.reference], report.place(["image": image.reference]))
        }
    }
}
