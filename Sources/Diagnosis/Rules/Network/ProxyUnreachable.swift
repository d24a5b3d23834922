/// The proxy does not take a connection.
struct ProxyUnreachable: DiagnosisRule {
    let code = "MIR0122"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let failure = report.proxyFailure, let proxy = report.proxy else { return [] }
        switch failure {
        case .nameNotResolved, .refused, .unreachable, .timedOut:
            let evidence = "\(proxy.hostAndPort): \(failure.words)"
            return [finding([evidence], report.place(["proxy": proxy.text]))]
        default: return []
        }
    }
}
