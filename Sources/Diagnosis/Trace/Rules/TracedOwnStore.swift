/// containerd's own store lacks or blocks something.
struct TracedOwnStore: TraceRule {
    let code = "MIR0883"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.ownStore, .inspection].contains($0) }
    }
}
