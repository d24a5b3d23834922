import MirrorCore

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
    private let hosts: [RegistryHost]

    init(_ configuration: MirrorConfiguration, _ hosts: [RegistryHost], _ line: NodeLine) {
        self.hosts = hosts
        asked.reserveCapacity(hosts.count)
        let judge = PullPreview.explainer(configuration, on: line).map(PullJudge.init)
        var known: Set<Finding.Reason> = []
        for host in hosts {
            guard let judge, let plan = judge.explainer.planOnce("\(host.name)/some/image:1.0") else {
                asked.append(nil)
                continue
            }
            asked.append(Asked(places: plan.resolving.map(\.endpoint.baseURL), usesMirror: plan.usesMirror))
            for finding in judge.findings(for: plan) {
                if known.insert(finding.reason).inserted { findings.append(finding) }
            }
        }
    }

    /// The hosts whose images come from elsewhere now.
    /// - Parameter old: of the same hosts.
    func changes(since old: PreviewedPulls) -> [SourceChange] {
        zip(hosts, zip(old.asked, asked)).compactMap { host, asked in
            guard let old = asked.0, let new = asked.1, old.places != new.places else { return nil }
            return SourceChange(
                registryHost: host.name,
                before: old.places,
                after: new.places,
                losesMirror: old.usesMirror && !new.usesMirror
            )
        }
    }

    func findings(absentFrom other: PreviewedPulls) -> [Finding] {
        let known = Set(other.findings.map(\.reason))
        return findings.filter { !known.contains($0.reason) }
    }
}
