/// The registry names the manifest's digest in a form at which containerd gives up the pull.
struct UnreadableDigest: DiagnosisRule {
    let code = "MIR0505"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.images.compactMap { image in
            guard case .badDigest(let header, let words) = image.outcome else { return nil }
            let evidence = (image.answer?.evidence ?? []) + ["Docker-Content-Digest: \(header)", words]
            let arguments = ["image": image.reference, "path": image.path, "digest": header, "words": words]
            return finding(evidence, report.place(arguments))
        }
    }
}
