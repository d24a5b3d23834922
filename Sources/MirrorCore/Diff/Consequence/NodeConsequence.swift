/// What a change of mirrors means for the nodes that read one kind of file.
package struct NodeConsequence: Equatable, Sendable {
    package let line: NodeLine
    /// The groups that read it, those of unknown version among them.
    package let groups: [NodeGroup]
    /// The files that change; none when nothing does.
    package let files: [NodeFileChange]
    /// The registry hosts that change their source, those that lose their mirror first.
    package let sources: [SourceChange]
    package let appearing: [Finding]
    package let going: [Finding]

    /// The line before, where it reads the same kind of file.
    package let older: Older?

    package struct Older: Equatable, Sendable {
        package let version: ContainerdVersion
        package let files: [NodeFileChange]
        /// What this line's containerd does otherwise with the same files.
        package let differences: [EngineDifference]
    }

    /// The same change of files was shown with the line before.
    package var hasFilesOfOlder: Bool { !files.isEmpty && older?.files == files }

    package var isEmpty: Bool { files.isEmpty && sources.isEmpty && appearing.isEmpty && going.isEmpty }

    init(
        line: NodeLine,
        groups: [NodeGroup],
        from old: MirrorConfiguration,
        to new: MirrorConfiguration,
        after older: NodeConsequence? = nil
    ) {
        self.line = line
        self.groups = groups
        files = NodeFileChange.changes(from: line.files(old), to: line.files(new))
        self.older = older.flatMap { older in
            guard older.line.form == line.form else { return nil }
            let differences = EngineDifference.between(older.line.containerdVersion, line.containerdVersion)
            return Older(version: older.line.containerdVersion, files: older.files, differences: differences)
        }
        // Old hosts first, each once.
        let hosts = MirrorConfiguration(mirrors: old.mirrors + new.mirrors).mirroredHosts
        let before = Pulls(old, hosts, line)
        let after = Pulls(new, hosts, line)
        let changes = hosts.indices.compactMap { index -> SourceChange? in
            guard let old = before.asked[index], let new = after.asked[index], old.places != new.places else {
                return nil
            }
            return SourceChange(
                registryHost: hosts[index].name,
                before: old.places,
                after: new.places,
                losesMirror: old.usesMirror && !new.usesMirror
            )
        }
        sources = changes.filter(\.losesMirror) + changes.filter { !$0.losesMirror }
        let (old, new) = (Set(before.findings.map(\.reason)), Set(after.findings.map(\.reason)))
        appearing = after.findings.filter { !old.contains($0.reason) }
        going = before.findings.filter { !new.contains($0.reason) }
    }

    /// What the hosts' images meet with one state of the files. Of each host only that is kept which is compared, and of
    /// the files nothing: of lists of thousands the rest would take many times their size.
    private struct Pulls {
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
}

extension NodeLine {
    /// The registry part of a node's files; none without mirrors.
    package func files(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        guard !configuration.mirrors.isEmpty else { return [] }
        switch form {
        case .configTOML: return ContainerdConfigTOML().render(configuration)
        case .hostsTOML: return HostsTOML().render(configuration)
        }
    }
}
