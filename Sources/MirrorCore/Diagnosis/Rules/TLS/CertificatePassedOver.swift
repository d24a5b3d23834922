/// A certificate of the CA file that Go cannot read: it is not trusted, and nobody says so.
struct CertificatePassedOver: DiagnosisRule {
    let code = "MIR0228"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let sent = Set(report.tls?.chain.map(\.der) ?? [])
        let given = report.caFile.certificates.filter { !sent.contains($0.der) && !$0.der.isEmpty }
        return GoJudge.unread(given.map(\.der)).map { verdict in
            finding(report.evidence(of: verdict), report.place(of: verdict), field: .caCertPath)
        }
    }
}
