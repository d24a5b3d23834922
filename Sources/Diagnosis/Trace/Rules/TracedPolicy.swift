/// A rule about images refused it.
struct TracedPolicy: TraceRule {
    let code = "MIR0886"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .policy } }
}
