/// Expired, or not valid yet by the node's clock.
struct TracedCertificateDates: TraceRule {
    let code = "MIR0852"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .expired || $0 == .notYetValid } }
}
