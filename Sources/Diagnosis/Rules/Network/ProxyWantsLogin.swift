/// 407: the proxy wants a login, or another one.
struct ProxyWantsLogin: DiagnosisRule {
    let code = "MIR0123"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .wantsLogin(let answer) = report.proxyFailure, let proxy = report.proxy else { return [] }
        return [finding(answer, report.place(["proxy": proxy.text]))]
    }
}
