/// The server speaks no TLS version that Go accepts: it says so, or answers in an older one.
struct TLSVersionRefused: DiagnosisRule {
    let code = "MIR0211"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .tlsVersion else { return [] }
        return [finding(report.addresses + report.widerEvidence, report.place)]
    }
}
