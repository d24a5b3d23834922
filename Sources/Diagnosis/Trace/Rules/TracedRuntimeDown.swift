/// containerd did not answer kubelet.
struct TracedRuntimeDown: TraceRule {
    let code = "MIR0888"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.runtimeDown, .noImageService].contains($0) }
    }
}
