/// An entry of another registry is no login: programs that decode all entries at once give up the file.
struct OtherEntryBroken: DiagnosisRule {
    let code = "MIR0319"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let keys = report.brokenEntries, !keys.isEmpty else { return [] }
        let arguments = report.place(["keys": keys.joined(separator: ", ")])
        return [finding(keys.map { "auths.\($0)" }, arguments, field: .pullCredentialConfigPath)]
    }
}
