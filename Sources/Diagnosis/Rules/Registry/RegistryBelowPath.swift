/// `/v2/` is no registry, and below another path there is one.
struct RegistryBelowPath: DiagnosisRule {
    let code = "MIR0414"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let below = report.registryBelow else { return [] }
        let evidence = (report.ping?.evidence ?? []) + below.evidence
        return [finding(evidence, report.place(["found": below.url]), field: .endpoint)]
    }
}
