/// The Docker config holds a password, and others than its owner may read it.
struct ConfigReadableByOthers: DiagnosisRule {
    let code = "MIR0314"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .loaded(.found) = report.dockerConfig, let mode = report.dockerConfigMode, mode & 0o044 != 0 else {
            return []
        }
        let text = String(mode, radix: 8)
        return [finding(["mode \(text)"], report.place(["mode": text]), field: .pullCredentialConfigPath)]
    }
}
