/// Verification here objects to what every Go accepts.
struct RefusedHereOnly: DiagnosisRule {
    let code = "MIR0230"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, let objections = tls.objections, let first = objections.first else { return [] }
        return [
            finding(
                objections.map { "\($0.subject): \($0.text)" } + (tls.leaf?.evidence ?? []),
                report.place(["reason": first.text])
            )
        ]
    }
}
