/// The node does not know the address.
struct TracedNameNotResolved: TraceRule {
    let code = "MIR0858"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .nameNotResolved } }
}
