/// What was taken for the image is of a type that containerd does not know.
struct TracedUnknownType: TraceRule {
    let code = "MIR0879"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.unknownType, .mediaType].contains($0) }
    }
}
