/// Only the registry itself shows: no mirror is configured for the host, or one answered 404 where nobody saw it.
struct TracedNoMirrorAsked: TraceRule {
    let code = "MIR0868"
    let severity = Finding.Severity.warning

    func findings(in trace: PullTrace) -> [Finding] {
        guard let first = trace.attempts.first, trace.failedMirrors.isEmpty, trace.doubtfulMirrors.isEmpty,
            trace.result != .pulled
        else { return [] }
        return [finding([trace.evidence(first)], trace, host: first.host)]
    }
}
