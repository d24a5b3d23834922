/// What stands before the registry takes no large request.
struct PushBodyLimit: DiagnosisRule {
    let code = "MIR0605"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, let refused = rehearsal.refusedBytes else { return [] }
        let arguments = [
            "taken": byteCount(rehearsal.takenBytes), "refused": byteCount(refused),
            "server": rehearsal.refusal?.server ?? "–",
        ]
        let range = "\(byteCount(rehearsal.takenBytes)) … \(byteCount(refused))"
        return [finding((rehearsal.refusal?.evidence ?? []) + [range], report.place(arguments))]
    }
}
