/// The port speaks another protocol.
struct NotHTTP: DiagnosisRule {
    let code = "MIR0109"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        switch report.failure {
        case .notHTTP: return [finding([], report.place, field: .endpoint)]
        case .notTLS(let bytes) where !bytes.hasPrefix("HTTP"):
            return [finding([bytes], report.place, field: .endpoint)]
        default: return []
        }
    }
}
