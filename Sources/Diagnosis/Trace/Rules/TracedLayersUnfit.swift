/// Everything was fetched whole, and does not unpack or does not belong together.
struct TracedLayersUnfit: TraceRule {
    let code = "MIR0881"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.layersDamaged, .layersMismatch].contains($0) }
    }
}
