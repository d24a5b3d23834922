/// The server's certificate signed itself.
struct SelfSigned: DiagnosisRule {
    let code = "MIR0203"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard UntrustedChain(report) == .selfSigned, let top = report.tls?.chain.last else { return [] }
        let arguments = report.place(["issuer": top.issuer, "subject": top.subject])
        return [finding(top.evidence, arguments, field: .caCertPath)]
    }
}
