/// Something compresses answers for a client that did not say it could unpack them.
struct UnaskedEncoding: DiagnosisRule {
    let code = "MIR0142"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = report.answers.first(where: { $0.encoding != nil }), let encoding = answer.encoding
        else { return [] }
        let evidence = answer.evidence + ["Content-Encoding: \(encoding)"]
        return [finding(evidence, report.place(["url": answer.url, "encoding": encoding]), field: .endpoint)]
    }
}
