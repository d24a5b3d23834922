import GoData
import MirrorCore

/// containerd's proxy settings cover a mirror: it is asked through the proxy, or not at all.
struct ProxyCoversMirror: NodeRule {
    let code = "MIR0821"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let report = node.inspection.report else { return [] }
        let settings = ProxySettings(environment: report.environment)
        var findings: [Finding] = []
        var reported: Set<String> = []
        for attempt in node.attempts where !attempt.isUpstream {
            let endpoint = attempt.endpoint
            let parts = GoText.splitHostPort(endpoint.host)
            let port = (parts?.port).flatMap { Int($0) } ?? (endpoint.scheme == "https" ? 443 : 80)
            let decision = settings.decision(scheme: endpoint.scheme, host: parts?.host ?? endpoint.host, port: port)
            guard let proxy = decision.proxy, reported.insert(endpoint.host).inserted else { continue }
            let evidence = settings.evidence(for: decision) + (settings.noProxy == nil ? ["NO_PROXY="] : [])
            findings.append(finding(node, evidence, ["endpoint": endpoint.host, "proxy": proxy.text]))
        }
        return findings
    }
}
