/// This machine's variables send requests for the mirror through a proxy.
struct ToolsGoThroughProxy: DiagnosisRule {
    let code = "MIR0120"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let decision = report.proxySettings.decision(for: report.plan.endpoint)
        guard report.isFinished, let proxy = decision.proxy else { return [] }
        return [finding(report.proxySettings.evidence(for: decision), report.place(["proxy": proxy.text]))]
    }
}
