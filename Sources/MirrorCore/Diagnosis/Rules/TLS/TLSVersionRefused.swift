/// The server speaks no TLS version or cipher that Go accepts.
struct TLSVersionRefused: DiagnosisRule {
    let code = "MIR0211"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .tlsVersion else { return [] }
        return [finding(report.addresses, report.place)]
    }
}
