/// The name is there, its content is not, or is not what its digest or its size says.
struct TracedContentDamaged: TraceRule {
    let code = "MIR0863"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] {
        finding(in: trace) { [.contentMissing, .wrongDigest, .wrongSize].contains($0) }
    }
}
