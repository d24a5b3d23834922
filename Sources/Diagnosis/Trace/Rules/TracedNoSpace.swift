/// The node's disk is full.
struct TracedNoSpace: TraceRule {
    let code = "MIR0865"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .noSpace } }
}
