/// A private CA signed, and none was given.
struct NoCAGiven: DiagnosisRule {
    let code = "MIR0201"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard UntrustedChain(report) == .noCA, let top = report.tls?.chain.last else { return [] }
        let arguments = report.place(["issuer": top.issuer, "subject": top.subject])
        return [finding(top.evidence, arguments, field: .caCertPath)]
    }
}
