/// The Docker config begins with a byte order mark.
struct ConfigWithByteOrderMark: DiagnosisRule {
    let code = "MIR0315"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (trouble, file) = report.dockerConfig([.byteOrderMark]) else { return [] }
        let command = "sed -i '1s/^\\xEF\\xBB\\xBF//' \(file)"
        return [
            finding(
                ["EF BB BF"] + trouble.evidence,
                report.place(["command": command]),
                field: .pullCredentialConfigPath
            )
        ]
    }
}
