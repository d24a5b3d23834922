/// `https://` was typed, and the port speaks plain HTTP.
struct PlainHTTPBehindHTTPS: DiagnosisRule {
    let code = "MIR0107"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .notTLS(let bytes) = report.failure, bytes.hasPrefix("HTTP") else { return [] }
        return [finding([bytes], report.place, field: .endpoint)]
    }
}
