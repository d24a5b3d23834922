/// The registry sent to a token server, and that one failed; a login that it refused is another matter.
struct TracedTokenServer: TraceRule {
    let code = "MIR0878"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0.isTokenServer } }
}
