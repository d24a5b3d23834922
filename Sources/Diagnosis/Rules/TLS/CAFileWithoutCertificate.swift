/// The CA file holds no PEM certificate.
struct CAFileWithoutCertificate: DiagnosisRule {
    let code = "MIR0210"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .noCertificate(let seen) = report.caFile else { return [] }
        return [
            finding([report.plan.caCertPath ?? "", seen.words], report.place(["seen": seen.words]), field: .caCertPath)
        ]
    }
}
