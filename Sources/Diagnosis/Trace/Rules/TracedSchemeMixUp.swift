/// One side speaks TLS, the other plain http.
struct TracedSchemeMixUp: TraceRule {
    let code = "MIR0856"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.plainHTTP, .httpOnTLS, .notTLS].contains($0) }
    }
}
