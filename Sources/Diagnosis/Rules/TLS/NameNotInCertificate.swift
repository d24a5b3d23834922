/// The endpoint's name or address is not among the certificate's names.
struct NameNotInCertificate: DiagnosisRule {
    let code = "MIR0207"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, tls.has(.nameMismatch), let leaf = tls.leaf, !leaf.subjectAlternativeNames.isEmpty
        else {
            return []
        }
        let names = leaf.subjectAlternativeNames.prefix(20).joined(separator: ", ")
        let evidence = leaf.names
        return [finding(evidence, report.place(["names": names]), field: .endpoint)]
    }
}
