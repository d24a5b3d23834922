/// Nothing at all was written for a part of the image.
struct TracedEmptyContent: TraceRule {
    let code = "MIR0884"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .emptyContent } }
}
