/// A setting names a proxy that cannot be used as written.
struct ProxySettingUnusable: DiagnosisRule {
    let code = "MIR0127"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isFinished else { return [] }
        return [report.proxySettings, report.nodeProxySettings].compactMap { $0 }.flatMap { settings in
            let decision = settings.decision(for: report.plan.endpoint)
            guard decision.route == .unusable || decision.route == .refusedInCGI else { return [Finding]() }
            let name = decision.setting?.name ?? ""
            return [finding(settings.evidence(for: decision), report.place(["name": name]))]
        }
    }
}
