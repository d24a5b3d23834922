/// An extended key usage of the chain leaves out serverAuth.
struct ServerUsageMissing: DiagnosisRule {
    let code = "MIR0223"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, tls.has(.usage) || !report.refusals([.usage]).isEmpty else { return [] }
        let verdict = report.refusals([.usage]).first?.verdict
        let fault = report.certificate(verdict?.refusal.culprit) ?? tls.chain.first { Self.lacksServer($0) }
        let given = report.caFile.certificates.first { Self.lacksServer($0) }
        guard let culprit = fault ?? given ?? tls.leaf else { return [] }
        let usages = culprit.extendedKeyUsages.joined(separator: ", ")
        let words = verdict?.evidence ?? []
        return [
            finding(
                words + ["\(culprit.subject): \(usages)"] + culprit.evidence,
                report.place(["subject": culprit.subject, "usages": usages])
            )
        ]
    }

    private static func lacksServer(_ certificate: CertificateFacts) -> Bool {
        let usages = certificate.extendedKeyUsages
        return !usages.isEmpty && !usages.contains("serverAuth") && !usages.contains("anyExtendedKeyUsage")
    }
}
