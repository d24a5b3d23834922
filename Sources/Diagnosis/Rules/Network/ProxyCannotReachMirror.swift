/// The proxy tried, and found no way to the mirror.
struct ProxyCannotReachMirror: DiagnosisRule {
    let code = "MIR0125"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .refusedTunnel(let status, let answer) = report.proxyFailure, let proxy = report.proxy,
            status >= 500, status != 501
        else { return [] }
        return [finding(answer, report.place(["proxy": proxy.text, "status": "\(status)"]))]
    }
}
