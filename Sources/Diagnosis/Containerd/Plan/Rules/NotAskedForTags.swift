import Containerd

/// A mirror without `resolve` is not asked for tags.
struct NotAskedForTags: PullRule {
    let code = "MIR0708"
    let severity = Finding.Severity.warning

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        plan.attempts.filter { !$0.isAskedForName && !$0.isUpstream }.map { attempt in
            let names = attempt.endpoint.capabilities.names.joined(separator: ", ")
            return finding(
                ["capabilities: \(names)"] + (attempt.endpoint.source.map { ["\($0.file):\($0.line)"] } ?? []),
                ["url": attempt.endpoint.baseURL, "capabilities": names]
            )
        }
    }
}
