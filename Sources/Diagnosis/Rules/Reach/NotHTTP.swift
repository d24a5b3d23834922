/// The port speaks another protocol.
struct NotHTTP: DiagnosisRule {
    let code = "MIR0109"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard !report.isOtherProtocol else { return [] }
        let asked = report.otherProtocol?.evidence ?? []
        switch report.failure {
        case .notHTTP: return [finding(asked, report.place, field: .endpoint)]
        case .notTLS(let bytes): return [finding([bytes] + asked, report.place, field: .endpoint)]
        default: return []
        }
    }
}
