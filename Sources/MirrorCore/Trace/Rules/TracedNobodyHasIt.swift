/// Containerd's last words when every host answered 404; they name none of them.
struct TracedNobodyHasIt: TraceRule {
    let code = "MIR0870"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        trace.cause == nil ? finding(in: trace) { $0 == .nobodyHasIt } : []
    }
}
