/// The cluster's proxy stands between its nodes and the mirror.
struct NodesGoThroughProxy: DiagnosisRule {
    let code = "MIR0121"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let settings = report.nodeProxySettings else { return [] }
        let decision = settings.decision(for: report.plan.endpoint)
        guard report.isFinished, let proxy = decision.proxy else { return [] }
        return [finding(settings.evidence(for: decision), report.place(["proxy": proxy.text]))]
    }
}
