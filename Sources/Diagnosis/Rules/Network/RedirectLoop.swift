/// Every redirect leads to the next one on the same host.
struct RedirectLoop: DiagnosisRule {
    let code = "MIR0143"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let ping = report.ping, ping.redirectsToItself else { return [] }
        let location = ping.location ?? "–"
        return [
            finding(ping.evidence + ["Location: \(location)"], report.place(["location": location]), field: .endpoint)
        ]
    }
}
