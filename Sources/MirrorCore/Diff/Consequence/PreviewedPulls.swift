/// What the hosts' images meet with one state of the files. Of each host only that is kept which is compared, and of
/// the files nothing: of lists of thousands the rest would take many times their size.
struct PreviewedPulls {
    struct Asked {
        /// Base URLs, in order.
        let places: [String]
        let usesMirror: Bool
    }

    /// One for each host; `nil` where nothing can be said.
    private(set) var asked: [Asked?] = []
    private(set) var findings: [Finding] = []

    init(_ configuration: MirrorConfiguration, _ hosts: [RegistryHost], _ line: NodeLine) {
        asked.reserveCapacity(hosts.count)
        let explainer = PullPreview.explainer(configuration, on: line)
        var known: Set<Finding.Reason> = []
        for host in hosts {
            guard let explainer, let plan = explainer.planOnce("\(host.name)/some/image:1.0") else {
                asked.append(nil)
                continue
            }
            asked.append(Asked(places: plan.resolving.map(\.endpoint.baseURL), usesMirror: plan.usesMirror))
            for finding in explainer.findings(for: plan) {
                if known.insert(finding.reason).inserted { findings.append(finding) }
            }
        }
    }
}
