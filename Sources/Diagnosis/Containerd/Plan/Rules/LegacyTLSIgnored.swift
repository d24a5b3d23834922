import Containerd
import GoData

/// `configs."…".tls` is gone since 2.0: the mirror's CA with it.
struct LegacyTLSIgnored: PullRule {
    let code = "MIR0705"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        let hosts = Set(plan.attempts.map(\.endpoint.host))
        return node.explainer.config.warnings.compactMap { warning in
            guard case .unknownPluginKey(let key, _, let source) = warning, key.hasSuffix(" tls"),
                key.hasPrefix("registry configs ")
            else { return nil }
            let host = String(key.dropFirst("registry configs ".count).dropLast(" tls".count))
            guard hosts.contains(host) else { return nil }
            return finding(
                ["\(source.file):\(source.line): configs.\(GoText.quoted(host)).tls"],
                ["host": host, "version": "\(node.explainer.rules.version)"]
            )
        }
    }
}
