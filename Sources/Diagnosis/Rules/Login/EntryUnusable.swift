/// The entry for this host holds nothing that can be sent.
struct EntryUnusable: DiagnosisRule {
    let code = "MIR0308"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isRefusedWithoutCredential, case .loaded(.unusable(let key, let fault)) = report.dockerConfig
        else { return [] }
        let arguments = ["key": key, "fault": fault.words]
        return [finding(["auths.\(key)", fault.words], report.place(arguments), field: .pullCredentialConfigPath)]
    }
}
