/// The given CA did not sign what the server sends.
struct WrongCAGiven: DiagnosisRule {
    let code = "MIR0202"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        let untrusted = UntrustedChain(report)
        guard untrusted == .otherCA || untrusted == .remadeCA, let top = report.tls?.chain.last else { return [] }
        let given = report.caFile.certificates
        let evidence =
            top.evidence
            + given.map { "\(report.plan.caCertPath ?? ""): \($0.subject) SHA-256 \($0.sha256Fingerprint)" }
        let arguments = ["issuer": top.issuer, "given": given.map(\.subject).joined(separator: "; ")]
        return [finding(evidence, report.place(arguments), field: .caCertPath)]
    }
}
