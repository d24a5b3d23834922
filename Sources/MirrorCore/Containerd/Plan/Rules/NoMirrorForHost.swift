/// The image would not come from a mirror.
struct NoMirrorForHost: PullRule {
    let code = "MIR0711"
    let severity = Finding.Severity.warning

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard plan.error == nil, !plan.usesMirror else { return [] }
        let host = plan.reference.registryHost
        let looked: [String] =
            plan.isLegacy
            ? node.registry.mirrors.keys.sorted().map { "mirrors.\(GoText.quoted($0))" }
            : node.roots.flatMap { HostDirectory.candidates(for: host, root: $0) }
        return [finding(looked, ["registryHost": host])]
    }
}
