import Containerd
import GoData

/// `https://H/NS` in `mirrors`: containerd adds `/v2` only where there is no path at all.
struct PathWithoutV2: PullRule {
    let code = "MIR0706"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.compactMap { attempt in
            let endpoint = attempt.endpoint
            let path = GoPath.clean(endpoint.path)
            guard endpoint.origin == .mirror, path != "/v2", !path.hasPrefix("/v2/") else { return nil }
            let namespace = path == "/" ? "" : path
            return finding(
                [attempt.resolveURL] + (endpoint.source.map { ["\($0.file):\($0.line)"] } ?? []),
                ["url": endpoint.baseURL, "fixed": endpoint.scheme + "://" + endpoint.host + "/v2" + namespace]
            )
        }
    }
}
