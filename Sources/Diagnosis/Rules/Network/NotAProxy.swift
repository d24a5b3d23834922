/// What listens at the proxy's address does not do what a proxy does.
struct NotAProxy: DiagnosisRule {
    let code = "MIR0126"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let failure = report.proxyFailure, let proxy = report.proxy else { return [] }
        let place = report.place(["proxy": proxy.text])
        switch failure {
        case .silent, .noProxy: return [finding(["\(proxy.hostAndPort): \(failure.words)"], place)]
        case .refusedTunnel(let status, let answer) where status < 400 || [400, 404, 405, 501].contains(status):
            return [finding(answer, place)]
        default: return []
        }
    }
}
