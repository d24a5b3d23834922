/// A proxy that is itself reached over https.
struct ProxyOverTLS: DiagnosisRule {
    let code = "MIR0128"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.proxyFailure == .overTLS, let proxy = report.proxy else { return [] }
        return [finding([proxy.text], report.place(["proxy": proxy.text]))]
    }
}
