/// `http://` was typed, and the port speaks TLS.
struct TLSBehindHTTP: DiagnosisRule {
    let code = "MIR0108"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isPlainHTTPOnTLSPort else { return [] }
        let seen = report.ping.map { $0.evidence + [$0.bodyStart] } ?? report.failure.map { [$0.words] } ?? []
        return [finding(seen + (report.otherProtocol?.evidence ?? []), report.place, field: .endpoint)]
    }
}
