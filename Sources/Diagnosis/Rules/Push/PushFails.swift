/// An upload ends in a status that has no explanation of its own, or in none.
struct PushFails: DiagnosisRule {
    let code = "MIR0608"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal else { return [] }
        switch rehearsal.outcome {
        case .unexpected where rehearsal.elsewhere != nil: return []
        case .unexpected:
            if let failure = rehearsal.failure {
                let seen = failure.evidence.joined(separator: ", ")
                return [finding(failure.evidence, report.place(["seen": seen.isEmpty ? failure.code : seen]))]
            }
            let answer = rehearsal.answer
            return [finding(answer?.evidence ?? [], report.place(["seen": answer?.summary ?? "–"]))]
        case .noAnswer(let failure):
            return [finding([failure.words], report.place(["seen": failure.words]))]
        default: return []
        }
    }
}
