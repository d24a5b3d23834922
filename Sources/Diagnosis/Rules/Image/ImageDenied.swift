/// The login is good, and still may not pull this image.
struct ImageDenied: DiagnosisRule {
    let code = "MIR0502"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard !report.isRefusedWithoutCredential, !report.isProjectMissing, report.tokenByGETOnly == nil else {
            return []
        }
        return report.images.filter { $0.outcome == .denied }.map { image in
            let arguments = ["image": image.reference, "path": image.path]
            let exists = if case .exists(let answer) = report.project { answer.evidence } else { [String]() }
            return finding(
                (image.answer?.evidence ?? []) + exists,
                report.place(arguments),
                field: .pullCredentialConfigPath
            )
        }
    }
}
