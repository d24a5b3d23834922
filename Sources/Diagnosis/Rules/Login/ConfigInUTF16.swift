import MirrorCore

/// The Docker config is not UTF-8.
struct ConfigInUTF16: DiagnosisRule {
    let code = "MIR0316"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (trouble, file) = report.dockerConfig([.wideCharacters]) else { return [] }
        let encoding = trouble.encoding ?? "UTF-16"
        let new = shellWord((report.plan.pullCredentialConfigPath ?? "") + ".utf8")
        let command = "(umask 077; iconv -f \(encoding) -t UTF-8 \(file) > \(new)) && mv \(new) \(file)"
        let arguments = report.place(["encoding": encoding, "command": command])
        return [finding([encoding] + trouble.evidence, arguments, field: .pullCredentialConfigPath)]
    }
}
