/// The rehearsal's upload could not be cancelled.
struct UploadLeftBehind: DiagnosisRule {
    let code = "MIR0607"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal else { return [] }
        let evidence: [String]
        switch rehearsal.cleanup {
        case .nothingOpened, .done: return []
        case .refused(let answer): evidence = answer.evidence
        case .noAnswer(let failure): evidence = [failure.words]
        }
        return [finding(evidence, report.place(["repository": rehearsal.repository]))]
    }
}
