/// Docker Hub is `docker.io` to containerd; settings under its other names are never looked at.
struct DeadHubKey: PullRule {
    let code = "MIR0710"
    let severity = Finding.Severity.warning

    private static let otherNames = ["registry-1.docker.io", "index.docker.io"]

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard plan.reference.registryHost == "docker.io", !plan.usesMirror else { return [] }
        return Self.otherNames.compactMap { name in
            if let source = node.registry.mirrors[name]?.source {
                return finding(["\(source.file):\(source.line): mirrors.\(GoText.quoted(name))"], ["name": name])
            }
            let directory = node.roots.map { GoPath.join([$0, name]) }
                .first { (try? node.files.kind(of: $0)) != nil }
            return directory.map { finding([$0], ["name": name]) }
        }
    }
}
