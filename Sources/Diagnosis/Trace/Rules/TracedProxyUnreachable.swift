/// The proxy on the way is out of reach: nobody behind it was asked.
struct TracedProxyUnreachable: TraceRule {
    let code = "MIR0876"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .proxyUnreachable } }
}
