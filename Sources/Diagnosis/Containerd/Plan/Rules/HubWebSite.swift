import Containerd

/// Docker's web sites are no registry; Docker Hub answers at registry-1.docker.io.
struct HubWebSite: PullRule {
    let code = "MIR0731"
    let severity = Finding.Severity.warning

    private static let sites: Set = ["docker.io", "www.docker.io", "hub.docker.com", "docker.com", "www.docker.com"]

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.compactMap { attempt in
            let endpoint = attempt.endpoint
            let name = HostNames.name(endpoint.host)
            guard endpoint.origin != .upstream, Self.sites.contains(name) else { return nil }
            return finding(
                (endpoint.source.map { ["\($0)"] } ?? []) + [attempt.resolveURL],
                ["host": endpoint.host, "url": endpoint.baseURL]
            )
        }
    }
}
