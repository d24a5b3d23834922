/// kubelet never asked for the image.
struct TracedNobodyAsked: TraceRule {
    let code = "MIR0887"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.neverPull, .invalidName, .heldBack].contains($0) }
    }
}
