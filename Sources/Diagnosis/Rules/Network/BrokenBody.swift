/// An answer that ends before the length it announced, or in the middle of a chunk.
struct BrokenBody: DiagnosisRule {
    let code = "MIR0141"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = report.answers.first(where: { $0.bodyEnd == .broken }) else { return [] }
        return [finding(answer.evidence, report.place(["url": answer.url]), field: .endpoint)]
    }
}
