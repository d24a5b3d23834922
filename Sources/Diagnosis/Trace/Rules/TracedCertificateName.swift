/// The certificate is for another name.
struct TracedCertificateName: TraceRule {
    let code = "MIR0853"
    let severity = Finding.Severity.error

    func findings(in trace: PullTrace) -> [Finding] { finding(in: trace) { $0 == .wrongName } }
}
