/// TLS fails for another reason.
struct TracedHandshake: TraceRule {
    let code = "MIR0854"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.otherCertificate, .tlsVersion, .tlsRefused].contains($0) }
    }
}
