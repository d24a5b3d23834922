import Containerd
import Diagnosis
import MirrorSystem

extension EvidenceBundle {
    /// Of a log, and of the node's files that say where the image comes from: this machine's are another node's, so that
    /// only a tree that was named counts.
    package init(ofLogAbout image: String?, _ tree: NodeFolder) {
        self.init()
        let version = tree.version.value
        containerdVersion = "\(version)"
        guard tree.root != "/", let image else { return }
        let recording = RecordingFiles(tree.files)
        let pull = NodePull(files: tree.files, version: version, isVersionGuessed: false)
        guard var explainer = try? pull.explainer(files: recording), (try? explainer.explain(image)) != nil else {
            return
        }
        files = recording.recorded(below: explainer.roots)
    }

    /// The line of the node's files that each host comes from which a log shows being asked.
    package func places(of trace: PullTrace) -> [String: SourcePosition] {
        var bundle = self
        bundle.image = trace.image
        guard !files.entries.isEmpty, let verdict = try? PullVerdict(bundle) else { return [:] }
        var places: [String: SourcePosition] = [:]
        for attempt in verdict.plan.attempts {
            if let source = attempt.endpoint.source { places[attempt.endpoint.host] = source }
        }
        return places
    }
}

extension NodeFolder {
    /// Whom the node asks for an image; `nil` where its files are not at hand, or say nothing.
    package var hosts: ((String) -> Set<String>?)? {
        guard root != "/", let known = try? PullExplainer(version: version.value, files: files) else { return nil }
        return { known.hosts(of: $0) }
    }
}
