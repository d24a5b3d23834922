/// The image is of a form that containerd gave up.
struct TracedSchema1: TraceRule {
    let code = "MIR0885"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .schema1 } }
}
