/// The image is in the registry, in another namespace than the endpoint's.
struct ImagesElsewhere: DiagnosisRule {
    let code = "MIR0408"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .imagesElsewhere(let found, let image) = report.mirrorNamespace else { return [] }
        let root = report.plan.endpoint.hostAndPort
        let there = found.map { "\(root)/\($0)" } ?? root
        let arguments = [
            "image": image, "there": there, "here": report.plan.endpoint.pushTarget, "found": found ?? "–",
        ]
        return [finding(["\(image): \(there)"], report.place(arguments), field: .mirrorNamespace)]
    }
}
