/// A status that is neither a login's nor a missing image's.
struct TracedServerError: TraceRule {
    let code = "MIR0861"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0.isOtherStatus } }
}
