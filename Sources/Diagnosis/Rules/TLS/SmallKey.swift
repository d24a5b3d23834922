/// An RSA key that Go takes and others refuse.
struct SmallKey: DiagnosisRule {
    let code = "MIR0218"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, !tls.has(.weak) else { return [] }
        guard let small = tls.chain.first(where: { $0.keyType == "RSA" && $0.keyBits < 2048 }) else { return [] }
        let arguments = ["key": "RSA \(small.keyBits)", "subject": small.subject]
        return [finding(small.evidence, report.place(arguments))]
    }
}
