/// The image is there, and not for this node.
struct TracedPlatform: TraceRule {
    let code = "MIR0880"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .platform } }
}
