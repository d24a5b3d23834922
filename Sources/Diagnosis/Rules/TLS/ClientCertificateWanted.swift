/// The server wants a client certificate, which GDC cannot give.
struct ClientCertificateWanted: DiagnosisRule {
    let code = "MIR0212"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isClientCertificateMissing else { return [] }
        return [finding(report.ping.map(\.evidence) ?? [], report.place)]
    }
}
