/// Several images at a time, and containerd 1.x does not say whose mirror answered 404.
struct TracedInterleaved: TraceRule {
    let code = "MIR0869"
    let severity = Finding.Severity.info

    func findings(in trace: PullTrace) -> [Finding] {
        guard trace.isInterleaved else { return [] }
        let doubtful = trace.attempts.filter { $0.url == nil && $0.line != nil }
        return doubtful.isEmpty ? [] : [finding(doubtful.map(trace.evidence), trace, host: doubtful.first?.host)]
    }
}
