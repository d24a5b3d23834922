/// 404 at `/v2/`: a web server without a registry behind it.
struct NoV2Path: DiagnosisRule {
    let code = "MIR0402"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let ping = report.ping, ping.status == 404, report.registryBelow == nil else { return [] }
        return [finding(ping.evidence, report.place, field: .endpoint)]
    }
}
