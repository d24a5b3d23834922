/// A 400, whose reason no log shows.
struct TracedBadRequest: TraceRule {
    let code = "MIR0890"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .status(400) } }
}
