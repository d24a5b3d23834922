/// The Pod event shows the answer of somebody else.
struct TracedCauseHidden: TraceRule {
    let code = "MIR0867"
    let severity = Finding.Severity.warning

    func findings(in trace: PullTrace) -> [Finding] {
        guard trace.isCauseHidden, trace.result != .pulled, let error = trace.error else { return [] }
        return [finding([error.podEvent], trace, host: trace.cause?.host)]
    }
}
