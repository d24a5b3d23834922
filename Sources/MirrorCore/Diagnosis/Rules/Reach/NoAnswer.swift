/// The peer takes the connection and then says nothing, or too slowly.
struct NoAnswer: DiagnosisRule {
    let code = "MIR0106"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .timedOut, let phase = report.failedPhase, ![.resolve, .connect].contains(phase) else {
            return []
        }
        let seconds = ["seconds": String(report.plan.deadlineSeconds)]
        return [finding(report.addresses, report.place(seconds), field: .endpoint)]
    }
}
