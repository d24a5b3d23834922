/// A page of a proxy or a login was taken for the image.
struct TracedWebPage: TraceRule {
    let code = "MIR0862"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .webPage } }
}
