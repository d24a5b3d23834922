/// The host wants a client certificate, or another one.
struct TracedClientCertificate: TraceRule {
    let code = "MIR0855"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .clientCertificate } }
}
