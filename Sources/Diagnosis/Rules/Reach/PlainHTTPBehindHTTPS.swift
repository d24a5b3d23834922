/// `https://` was typed, and the port speaks plain HTTP.
struct PlainHTTPBehindHTTPS: DiagnosisRule {
    let code = "MIR0107"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isHTTPInClear else { return [] }
        let bytes = if case .notTLS(let bytes) = report.failure { [bytes] } else { [String]() }
        return [finding(bytes + (report.otherProtocol?.evidence ?? []), report.place, field: .endpoint)]
    }
}
