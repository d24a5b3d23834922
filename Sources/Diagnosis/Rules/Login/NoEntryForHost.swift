/// The Docker config has no entry with exactly this HOST:PORT.
struct NoEntryForHost: DiagnosisRule {
    let code = "MIR0302"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isRefusedWithoutCredential, case .loaded(.none(let nearMisses, let keys)) = report.dockerConfig
        else {
            return []
        }
        let near = nearMisses.map { "\($0.key): \($0.reason.words)" }
        let arguments = [
            "keys": keys.isEmpty ? "–" : keys.prefix(10).joined(separator: ", "), "near": near.first ?? "–",
        ]
        return [
            finding(
                near.isEmpty ? Array(keys.prefix(10)) : near,
                report.place(arguments),
                field: .pullCredentialConfigPath
            )
        ]
    }
}
