/// containerd's last words when somebody answered 404 and nobody gave the image; they name no host.
struct TracedNobodyHasIt: TraceRule {
    let code = "MIR0870"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        trace.cause == nil ? finding(in: trace) { $0 == .nobodyHasIt || $0 == .status(404) } : []
    }
}
