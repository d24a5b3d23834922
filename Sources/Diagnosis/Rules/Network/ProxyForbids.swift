/// The proxy's own rules forbid the way to the mirror.
struct ProxyForbids: DiagnosisRule {
    let code = "MIR0124"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .refusedTunnel(let status, let answer) = report.proxyFailure, let proxy = report.proxy,
            (400...499).contains(status), ![400, 404, 405].contains(status)
        else { return [] }
        return [finding(answer, report.place(["proxy": proxy.text, "status": "\(status)"]))]
    }
}
