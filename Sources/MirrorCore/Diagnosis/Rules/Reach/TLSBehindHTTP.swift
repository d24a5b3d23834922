/// `http://` was typed, and the port speaks TLS.
struct TLSBehindHTTP: DiagnosisRule {
    let code = "MIR0108"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isPlainHTTPOnTLSPort, let ping = report.ping else { return [] }
        return [finding(ping.evidence + [ping.bodyStart], report.place, field: .endpoint)]
    }
}
