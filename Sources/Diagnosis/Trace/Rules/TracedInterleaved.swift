/// Several images at a time, and containerd does not say whose mirror answered.
struct TracedInterleaved: TraceRule {
    let code = "MIR0869"
    let severity = Finding.Severity.info

    /// Lines of the evidence; the rest is counted.
    private static let shown = 20

    func findings(in trace: PullTrace) -> [Finding] {
        guard !trace.doubtful.isEmpty else { return [] }
        var evidence = trace.doubtful.prefix(Self.shown).map(trace.evidence)
        let left = trace.doubtful.count - evidence.count
        if left > 0 { evidence.append("… +\(left)") }
        return [finding(evidence, trace, host: trace.doubtful.first?.host)]
    }
}
