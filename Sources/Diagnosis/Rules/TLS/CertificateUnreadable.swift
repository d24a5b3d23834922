/// Go cannot read a certificate that OpenSSL reads.
struct CertificateUnreadable: DiagnosisRule {
    let code = "MIR0225"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.refusals([.reading]).filter { $0.verdict.isOfEveryRelease }.map { verdict, _ in
            finding(report.evidence(of: verdict), report.place(of: verdict))
        }
    }
}
