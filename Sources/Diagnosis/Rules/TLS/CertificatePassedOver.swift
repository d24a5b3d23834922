/// A certificate of the CA file that Go cannot read: it is not trusted, and nobody says so.
struct CertificatePassedOver: DiagnosisRule {
    let code = "MIR0228"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        // Those that something is refused for are named there.
        let told = Set(
            (report.tls?.chain.map(\.der) ?? []) + (report.tls?.verdicts ?? []).compactMap(\.refusal.culprit)
        )
        let given = report.caFile.certificates.filter { !told.contains($0.der) && !$0.der.isEmpty }
        return GoJudge.unread(given.map(\.der)).map { verdict in
            Finding(
                code: code,
                severity: severity,
                evidence: report.evidence(of: verdict),
                arguments: report.place(of: verdict),
                parts: ["releases": report.releases(of: verdict)],
                field: .caCertPath
            )
        }
    }
}
