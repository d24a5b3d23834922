/// Names or depth beyond what a CA of the chain allows.
struct ConstraintViolated: DiagnosisRule {
    let code = "MIR0226"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.refusals([.constraint]).filter { $0.verdict.isOfEveryRelease }.map { verdict, _ in
            finding(report.evidence(of: verdict), report.place(of: verdict))
        }
    }
}
