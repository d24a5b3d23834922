/// containerd's registry configuration stops the pull before anybody is asked.
struct TracedConfiguration: TraceRule {
    let code = "MIR0889"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .configuration } }
}
