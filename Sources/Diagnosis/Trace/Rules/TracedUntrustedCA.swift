/// The mirror's certificate is not trusted by the node.
struct TracedUntrustedCA: TraceRule {
    let code = "MIR0851"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .unknownAuthority } }
}
