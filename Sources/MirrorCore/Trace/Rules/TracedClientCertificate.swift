/// The host wants a client certificate; nginx says so with a 400 after the handshake.
struct TracedClientCertificate: TraceRule {
    let code = "MIR0855"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { $0 == .clientCertificate || $0 == .status(400) }
    }
}
