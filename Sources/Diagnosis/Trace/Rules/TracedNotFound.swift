/// The host answers, and does not hold the image.
struct TracedNotFound: TraceRule {
    let code = "MIR0860"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        trace.cause == nil ? [] : finding(in: trace) { $0 == .status(404) || $0 == .nobodyHasIt }
    }
}
