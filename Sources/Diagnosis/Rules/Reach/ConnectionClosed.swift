/// The peer takes the connection and closes it without an answer.
struct ConnectionClosed: DiagnosisRule {
    let code = "MIR0105"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .closed, !report.isOtherProtocol else { return [] }
        let asked = report.otherProtocol?.evidence ?? []
        return [finding(report.addresses + asked, report.place, field: .endpoint)]
    }
}
