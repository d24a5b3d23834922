/// The peer takes the connection and then says nothing, or too slowly.
struct NoAnswer: DiagnosisRule {
    let code = "MIR0106"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .timedOut, let phase = report.failedPhase, ![.resolve, .connect].contains(phase) else {
            return []
        }
        guard !report.isOtherProtocol else { return [] }
        let seconds = ["seconds": String(report.plan.deadlineSeconds)]
        let asked = report.otherProtocol?.evidence ?? []
        return [finding(report.addresses + asked, report.place(seconds), field: .endpoint)]
    }
}
