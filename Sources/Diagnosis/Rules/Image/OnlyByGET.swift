/// GET has the manifest, and HEAD, which containerd asks with, has not.
struct OnlyByGET: DiagnosisRule {
    let code = "MIR0507"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.images.compactMap { image in
            guard case .onlyByGET(let head) = image.outcome else { return nil }
            let arguments = ["image": image.reference, "path": image.path, "status": String(head)]
            let evidence = ["HEAD \(image.path): HTTP \(head)"] + (image.answer?.evidence.map { "GET \($0)" } ?? [])
            return finding(evidence, report.place(arguments))
        }
    }
}
