/// containerd gave up waiting.
struct TracedStall: TraceRule {
    let code = "MIR0864"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .stalled || $0 == .gaveUp } }
}
