/// The registry sends clients elsewhere; credentials are not taken along.
struct RedirectedElsewhere: DiagnosisRule {
    let code = "MIR0404"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let ping = report.ping, (300...399).contains(ping.status), !ping.redirectsToItself else { return [] }
        let location = ping.location ?? "–"
        return [
            finding(ping.evidence + ["Location: \(location)"], report.place(["location": location]), field: .endpoint)
        ]
    }
}
