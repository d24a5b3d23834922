/// An answer that goes on after everything a registry could say.
struct EndlessBody: DiagnosisRule {
    let code = "MIR0140"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let answer = report.answers.first(where: { $0.bodyEnd == .cut }) else { return [] }
        return [finding(answer.evidence, report.place(["url": answer.url]), field: .endpoint)]
    }
}
