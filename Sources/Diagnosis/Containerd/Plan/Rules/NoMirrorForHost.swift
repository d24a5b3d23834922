import Containerd
import GoData
import Texts

/// The image would not come from a mirror.
struct NoMirrorForHost: PullRule {
    let code = "MIR0711"
    let severity = Finding.Severity.warning
    /// Findings that explain why a mirror that stands in the files is not used.
    private static let causes: [any PullRule] = [HostsFileIgnored(), TransferIgnoresList(), NotAskedForTags()]
    /// The same places are named for every registry host, and there may be thousands of both.
    private static let shown = 50

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard plan.error == nil, !plan.usesMirror else { return [] }
        let host = plan.reference.registryHost
        let looked: [String] =
            plan.isLegacy
            ? node.explainer.registry.mirrors.keys.smallest(Self.shown + 1).map { "mirrors.\(GoText.quoted($0))" }
            : node.explainer.roots.prefix(Self.shown + 1).flatMap { HostDirectory.candidates(for: host, root: $0) }
        let evidence = looked.count > Self.shown ? looked.prefix(Self.shown) + ["…"] : looked
        let next = advice(plan, node).map { ["next": $0] } ?? [:]
        return [finding(evidence, ["registryHost": host], parts: next)]
    }

    /// Nothing has to be added where something stands that is not in force.
    private func advice(_ plan: PullPlan, _ node: PullJudge) -> Phrase? {
        let host = ["registryHost": plan.reference.registryHost]
        let dead = node.deadSettings(for: plan).first { $0.kind.namesMirror && $0.kind != .missingFolder }
        if let dead {
            let values = ["place": "\(dead.place)", "setting": dead.written, "code": dead.kind.rawValue]
            return Phrase("dead.advice.setting", values)
        }
        if let cause = Self.causes.lazy.flatMap({ $0.findings(in: plan, node) }).first {
            return Phrase("dead.advice.finding", ["code": cause.code])
        }
        let isItself = plan.attempts.contains { $0.endpoint.origin != .upstream && $0.isUpstream }
        return isItself ? Phrase("dead.advice.itself", host) : nil
    }
}

extension Collection<String> {
    /// In order, without sorting all the others.
    fileprivate func smallest(_ count: Int) -> [String] {
        guard self.count > count else { return sorted() }
        var found: [String] = []
        for text in self where found.count < count || text < found[count - 1] {
            found.insert(text, at: found.firstIndex { text < $0 } ?? found.count)
            if found.count > count { found.removeLast() }
        }
        return found
    }
}
