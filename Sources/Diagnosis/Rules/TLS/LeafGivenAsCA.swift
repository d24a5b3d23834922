/// The CA file holds the server's own certificate: good until that is renewed.
struct LeafGivenAsCA: DiagnosisRule {
    let code = "MIR0214"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let leaf = report.tls?.leaf, !leaf.isSelfSigned, report.tls?.problems.isEmpty == true,
            report.caFile.certificates.contains(where: { $0.sha256Fingerprint == leaf.sha256Fingerprint })
        else { return [] }
        return [finding(leaf.evidence, report.place(["date": civilTime(leaf.notAfter)]), field: .caCertPath)]
    }
}
