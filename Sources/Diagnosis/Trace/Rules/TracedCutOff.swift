/// The answer ended early, or is none.
struct TracedCutOff: TraceRule {
    let code = "MIR0891"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.cutOff, .brokenAnswer].contains($0) }
    }
}
