/// What every host's images meet, with one state of the files.
struct PreviewedPulls {
    var plans: [String: PullPlan] = [:]
    var findings: [Finding] = []

    init(_ configuration: MirrorConfiguration, _ hosts: [RegistryHost], _ line: NodeLine) {
        guard var explainer = PullPreview.explainer(configuration, on: line) else { return }
        var known: Set<Finding.Reason> = []
        for host in hosts {
            guard let plan = try? explainer.explain("\(host.name)/some/image:1.0") else { continue }
            plans[host.name] = plan
            for finding in explainer.findings(for: plan) {
                if known.insert(finding.reason).inserted { findings.append(finding) }
            }
        }
    }
}
