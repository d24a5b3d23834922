/// The node cannot unpack what it fetched.
struct TracedUnpack: TraceRule {
    let code = "MIR0882"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .unpackFailed } }
}
