/// The server does not send the certificate between its own and the CA.
struct IntermediateMissing: DiagnosisRule {
    let code = "MIR0204"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard UntrustedChain(report) == .intermediateMissing, let top = report.tls?.chain.last else { return [] }
        let arguments = report.place(["issuer": top.issuer, "subject": top.subject])
        let sent = report.tls?.chain ?? []
        let order = (sent.map(\.subject) + [top.issuer + "  ←"]).enumerated().map { "\($0 + 1). \($1)" }
        let source = top.caIssuersURL.map { ["CA Issuers: \($0)"] } ?? []
        return [finding(top.evidence + order + source, arguments, field: nil)]
    }
}
