/// The image would not come from a mirror.
struct NoMirrorForHost: PullRule {
    let code = "MIR0711"
    let severity = Finding.Severity.warning
    /// The same places are named for every registry host, and there may be thousands of both.
    private static let shown = 50

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard plan.error == nil, !plan.usesMirror else { return [] }
        let host = plan.reference.registryHost
        let looked: [String] =
            plan.isLegacy
            ? node.registry.mirrors.keys.smallest(Self.shown + 1).map { "mirrors.\(GoText.quoted($0))" }
            : node.roots.prefix(Self.shown + 1).flatMap { HostDirectory.candidates(for: host, root: $0) }
        let evidence = looked.count > Self.shown ? looked.prefix(Self.shown) + ["…"] : looked
        return [finding(evidence, ["registryHost": host])]
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
