import Containerd

/// TLS settings on an `http://` host: https is tried first, and its answer counts.
struct HTTPSBeforeHTTP: PullRule {
    let code = "MIR0709"
    let severity = Finding.Severity.warning

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.filter { $0.endpoint.fallsBackToHTTP && $0.endpoint.origin != .upstream }.map { attempt in
            let place = attempt.endpoint.source.map { ["\($0.file):\($0.line)"] } ?? []
            return finding(place, ["host": attempt.endpoint.host])
        }
    }
}
