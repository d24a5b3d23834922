/// One trap of a node's files, and how it shows in a plan.
///
/// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
package protocol PullRule: Sendable {
    /// `MIR07nn`
    var code: String { get }
    var severity: Finding.Severity { get }
    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding]
}

extension PullRule {
    func finding(_ evidence: [String], _ arguments: [String: String] = [:]) -> Finding {
        Finding(code: code, severity: severity, evidence: evidence, arguments: arguments)
    }
}

/// ADD A RULE HERE.
package let pullRules: [any PullRule] = [
    HostsFileIgnored(), RegistryTableLost(), TransferIgnoresList(), PullFails(), BeyondLimit(), LegacyTLSIgnored(),
    PathWithoutV2(),
    PathWithSecondV2(), NotAskedForTags(), HTTPSBeforeHTTP(), DeadHubKey(), NoMirrorForHost(),
]

extension PullExplainer {
    /// What is wrong with the files as far as this image meets it, errors first.
    package func findings(for plan: PullPlan) -> [Finding] {
        let findings = pullRules.flatMap { $0.findings(in: plan, self) }
        return findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }
    }
}
