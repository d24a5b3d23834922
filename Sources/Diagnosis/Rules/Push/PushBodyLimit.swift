import Texts

/// What stands before the registry takes no request as large as the smallest chunk of a push.
struct PushBodyLimit: DiagnosisRule {
    let code = "MIR0605"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let rehearsal = report.rehearsal, rehearsal.outcome == .tooLarge,
            let refused = rehearsal.refusedBytes
        else { return [] }
        return [finding(rehearsal.limitEvidence(refused), report.place(rehearsal.limitArguments(refused)))]
    }
}

extension RehearsalFacts {
    func limitArguments(_ refused: Int) -> [String: String] {
        [
            "taken": byteCount(takenBytes), "refused": byteCount(refused), "server": refusal?.server ?? "–",
            "status": refusal.map { "\($0.status)" } ?? "–",
        ]
    }

    func limitEvidence(_ refused: Int) -> [String] {
        (refusal?.evidence ?? []) + ["\(byteCount(takenBytes)) … \(byteCount(refused))"]
    }
}
