/// No login, or a refused one.
struct TracedLoginRefused: TraceRule {
    let code = "MIR0859"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.noCredential, .accessDenied, .tokenRefused, .status(401), .status(403)].contains($0) }
    }
}
