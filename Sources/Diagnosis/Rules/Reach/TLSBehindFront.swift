/// Who answers passes the request on in clear to a port that wants TLS.
struct TLSBehindFront: DiagnosisRule {
    let code = "MIR0145"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.saysTLSIsWanted, !report.isPlainHTTPOnTLSPort, let ping = report.ping else { return [] }
        return [finding(ping.evidence + [ping.bodyStart] + (report.otherProtocol?.evidence ?? []), report.place)]
    }
}
