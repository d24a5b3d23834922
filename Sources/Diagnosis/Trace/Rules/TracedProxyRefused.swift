/// The proxy refused to connect.
struct TracedProxyRefused: TraceRule {
    let code = "MIR0877"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .proxyRefused } }
}
