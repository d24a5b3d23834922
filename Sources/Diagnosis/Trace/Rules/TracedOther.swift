/// Words that no rule knows.
struct TracedOther: TraceRule {
    let code = "MIR0893"
    let severity = Finding.Severity.warning

    func findings(in trace: PullTrace) -> [Finding] {
        // What was pulled all the same needs no mending.
        trace.result == .pulled ? [] : finding(in: trace) { $0 == .other }
    }
}
