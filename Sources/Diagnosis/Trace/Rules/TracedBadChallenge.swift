/// The 401 does not say where to log in.
struct TracedBadChallenge: TraceRule {
    let code = "MIR0892"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .badChallenge } }
}
