/// The signer is no CA for Go: no basicConstraints, or keyUsage without keyCertSign.
struct SignerNotAuthority: DiagnosisRule {
    let code = "MIR0222"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.refusals([.authority]).filter { $0.verdict.isOfEveryRelease }.map { verdict, _ in
            finding(report.evidence(of: verdict), report.place(of: verdict))
        }
    }
}
