/// What stands before the registry limits a request, and `push images` sends less at a time.
struct PushSizeLimit: DiagnosisRule {
    let code = "MIR0609"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome != .tooLarge,
            let refused = rehearsal.refusedBytes
        else { return [] }
        return [finding(rehearsal.limitEvidence(refused), report.place(rehearsal.limitArguments(refused)))]
    }
}
