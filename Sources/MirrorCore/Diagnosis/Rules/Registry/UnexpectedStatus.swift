/// A status at `/v2/` that no registry gives.
struct UnexpectedStatus: DiagnosisRule {
    let code = "MIR0407"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let ping = report.ping, ![401, 403, 404, 429].contains(ping.status), !(200...399).contains(ping.status),
            ping.status < 500, !report.saysTLSIsWanted, !report.isPlainHTTPOnTLSPort, !report.isClientCertificateMissing
        else { return [] }
        return [finding(ping.evidence, report.place(["status": String(ping.status)]), field: .endpoint)]
    }
}
