/// containerd's proxy settings cover a mirror: it is asked through the proxy, or not at all.
struct ProxyCoversMirror: NodeRule {
    let code = "MIR0821"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let report = node.inspection.report else { return [] }
        let variables = report.environment
        func value(_ name: String) -> String? {
            let found = variables[name] ?? variables[name.lowercased()]
            return found?.isEmpty == true ? nil : found
        }
        let exempt = NoProxyList((value("NO_PROXY") ?? "").split(separator: ",").map(String.init))
        var findings: [Finding] = []
        var reported: Set<String> = []
        for attempt in node.hosts.flatMap(\.plan.attempts) where !attempt.isUpstream {
            let endpoint = attempt.endpoint
            guard let proxy = value(endpoint.scheme == "https" ? "HTTPS_PROXY" : "HTTP_PROXY") else { continue }
            let parts = GoText.splitHostPort(endpoint.host)
            let port = (parts?.port).flatMap { Int($0) } ?? (endpoint.scheme == "https" ? 443 : 80)
            let name = parts?.host ?? endpoint.host
            guard !exempt.covers(host: name, port: port), reported.insert(endpoint.host).inserted else { continue }
            let evidence = [
                "\(endpoint.scheme.uppercased())_PROXY=\(Self.withoutLogin(proxy))",
                "NO_PROXY=\(value("NO_PROXY") ?? "")",
            ]
            findings.append(finding(node, evidence, ["endpoint": endpoint.host, "proxy": Self.withoutLogin(proxy)]))
        }
        return findings
    }

    /// A proxy's URL may carry a password.
    private static func withoutLogin(_ url: String) -> String {
        guard let at = url.lastIndex(of: "@") else { return url }
        let parts = url.split(separator: "://", maxSplits: 1)
        let scheme = parts.count == 2 ? parts[0] + "://" : ""
        return scheme + url[url.index(after: at)...]
    }
}
