/// No connection, or no answer.
struct TracedUnreachable: TraceRule {
    let code = "MIR0857"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.refused, .timedOut, .unreachable, .reset, .closed].contains($0) }
    }
}
