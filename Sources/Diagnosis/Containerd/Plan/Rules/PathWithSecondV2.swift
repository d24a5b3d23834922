import Containerd

/// `https://H/v2/NS` in `hosts.toml` without `override_path`: a second `/v2` is appended.
struct PathWithSecondV2: PullRule {
    let code = "MIR0707"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.compactMap { attempt in
            let endpoint = attempt.endpoint
            guard endpoint.origin != .mirror, endpoint.path.hasPrefix("/v2/"), endpoint.path.hasSuffix("/v2") else {
                return nil
            }
            return finding(
                [attempt.resolveURL] + (endpoint.source.map { ["\($0.file):\($0.line)"] } ?? []),
                ["url": endpoint.scheme + "://" + endpoint.host + String(endpoint.path.dropLast(3))]
            )
        }
    }
}
