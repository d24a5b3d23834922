import Containerd
import Diagnosis
import MirrorSystem
import Texts

/// What is said of one image on one node.
package struct PullAnswer: Sendable {
    package fileprivate(set) var verdict: PullVerdict
    /// `nil` when the attempts were not made.
    package let live: LivePullResult?
    /// Findings that do not come from the files: those of the node itself and of the attempts.
    fileprivate let besides: [Finding]
}

/// One node's files, and what is asked of them; the paths that are looked at for it go into a bundle.
package struct PullInquiry: Sendable {
    package let pull: NodePull
    private let node: NodeAccess
    private let files: RecordingFiles

    package init(_ pull: NodePull, of node: NodeAccess) {
        self.pull = pull
        self.node = node
        files = RecordingFiles(pull.files)
    }

    /// What is to be said of a version that nobody gave and no program told.
    package var versionNote: Phrase? {
        guard pull.isVersionGuessed else { return nil }
        let hasConfig = (try? pull.files.kind(of: pull.configPath)) != nil
        return Phrase(hasConfig ? "why.versionGuessed" : "why.versionAssumed", ["version": "\(pull.version)"])
    }

    /// The configuration as the version reads it.
    package func explainer() throws(PullRefusal) -> PullExplainer { try pull.readConfiguration(files) }

    /// So that logins in what was looked at are not shown.
    package func noteSecrets() { SaidBack.note(files) }

    /// - Parameters:
    ///   - isLive: the attempts are made as well, where it is known whom the configuration asks.
    ///   - texts: in which it is said why an attempt was not made.
    package func answer(
        _ image: String,
        _ explainer: inout PullExplainer,
        isLive: Bool,
        texts: Catalogue
    ) throws(PullRefusal) -> PullAnswer {
        var verdict = try PullVerdict(image, &explainer, of: pull)
        let plan = verdict.plan
        noteSecrets()
        let isKnown = plan.error?.isOurLimit != true
        let live =
            isLive && isKnown
            ? LivePullResult(plan, pull, explainer.credentials, node: node.host, texts: texts) : nil
        let besides = pull.findings(plan, node: node.place) + (live?.findings ?? [])
        verdict.add(besides, live?.reports ?? [])
        return PullAnswer(verdict: verdict, live: live, besides: besides)
    }

    /// All that the answer was given on.
    /// - Parameter explainer: `nil` where containerd would not start, and nothing was answered.
    package func evidence(of image: String?, _ explainer: PullExplainer?, _ answer: PullAnswer?) -> EvidenceBundle {
        var evidence = EvidenceBundle()
        evidence.image = image
        evidence.containerdVersion = "\(pull.version)"
        (evidence.configPath, evidence.isConfigNamed) = (pull.configPath, pull.isConfigNamed)
        evidence.presentVersion = pull.present.map { "\($0)" }
        evidence.live = answer?.live?.answers ?? [:]
        (evidence.servedBy, evidence.liveError) = (answer?.live?.servedBy, answer?.live?.error)
        (evidence.findings, evidence.probes) = (answer?.besides ?? [], answer?.live?.reports ?? [])
        if let report = pull.report, let host = node.host {
            evidence.nodes = [NodeInspection(target: host, outcome: .report(report), isFresh: true)]
        }
        evidence.verdict = answer?.verdict.plan.verdict.key ?? "why.noStart"
        evidence.files = files.recorded(below: explainer?.roots ?? [])
        return evidence
    }
}
