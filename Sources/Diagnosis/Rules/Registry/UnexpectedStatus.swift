/// A status at `/v2/` that no registry gives, without a login or with one.
struct UnexpectedStatus: DiagnosisRule {
    let code = "MIR0407"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard !report.saysTLSIsWanted, !report.isPlainHTTPOnTLSPort, !report.isClientCertificateMissing else {
            return []
        }
        // What stands elsewhere, and what is not found at all, have rules of their own; not so once a login was asked for.
        let ping = report.ping.flatMap { $0.status == 404 || (300...399).contains($0.status) ? nil : $0 }
        let odd = [ping, report.login?.answer].compactMap(\.self).first { answer in
            !(200...299).contains(answer.status) && ![401, 403, 429].contains(answer.status) && answer.status < 500
        }
        guard let odd else { return [] }
        return [finding(odd.evidence, report.place(["status": String(odd.status)]), field: .endpoint)]
    }
}
