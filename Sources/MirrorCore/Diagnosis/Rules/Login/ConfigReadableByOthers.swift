/// The Docker config holds a password, and every user of this machine may read it.
struct ConfigReadableByOthers: DiagnosisRule {
    let code = "MIR0314"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .loaded(.found) = report.dockerConfig, let mode = report.dockerConfigMode, mode & 0o004 != 0 else {
            return []
        }
        let text = String(mode, radix: 8)
        return [finding(["mode \(text)"], report.place(["mode": text]), field: .pullCredentialConfigPath)]
    }
}
