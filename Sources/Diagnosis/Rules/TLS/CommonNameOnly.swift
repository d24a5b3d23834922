/// The certificate has no subject alternative names; Go ignores the Common Name.
struct CommonNameOnly: DiagnosisRule {
    let code = "MIR0208"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, tls.has(.nameMismatch), let leaf = tls.leaf, leaf.subjectAlternativeNames.isEmpty
        else {
            return []
        }
        return [finding(leaf.evidence, report.place(["commonName": leaf.commonName ?? leaf.subject]))]
    }
}
