/// Something answers 200 to everything, and it is not a registry.
struct NotARegistry: DiagnosisRule {
    let code = "MIR0401"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let ping = report.ping, (200...299).contains(ping.status), !report.isRegistry,
            report.registryBelow == nil
        else { return [] }
        return [finding(ping.evidence, report.place, field: .endpoint)]
    }
}
