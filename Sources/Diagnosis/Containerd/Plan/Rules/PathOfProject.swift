import Containerd

/// `https://H/P` in `hosts.toml`: asked is `/P/v2/…`; a project of a registry is below `/v2/P/`.
struct PathOfProject: PullRule {
    let code = "MIR0732"
    let severity = Finding.Severity.info

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.compactMap { attempt in
            let endpoint = attempt.endpoint
            guard endpoint.origin == .hostTable || endpoint.origin == .server, endpoint.path.hasSuffix("/v2"),
                endpoint.path != "/v2", !endpoint.host.hasSuffix(":"), !endpoint.path.hasPrefix("/v2/"),
                !endpoint.path.hasPrefix("//")
            else { return nil }
            let path = String(endpoint.path.dropLast("/v2".count))
            let root = endpoint.scheme + "://" + endpoint.host
            return finding(
                (endpoint.source.map { ["\($0)"] } ?? []) + [attempt.resolveURL],
                ["url": root + path, "path": path, "asked": endpoint.baseURL, "fixed": root + "/v2" + path]
            )
        }
    }
}
