import Containerd
import Texts

/// One trap of a node's files, and how it shows in a plan.
///
/// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
package protocol PullRule: Sendable {
    /// `MIR07nn`
    var code: String { get }
    var severity: Finding.Severity { get }
    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding]
}

extension PullRule {
    func finding(_ evidence: [String], _ arguments: [String: String] = [:], parts: [String: Phrase] = [:]) -> Finding {
        Finding(code: code, severity: severity, evidence: evidence, arguments: arguments, parts: parts)
    }
}

/// ADD A RULE HERE.
package let pullRules: [any PullRule] = [
    HostsFileIgnored(), TransferIgnoresList(), PullFails(), BeyondLimit(), ClientPairAsList(), LegacyTLSIgnored(),
    PathWithoutV2(), PathWithSecondV2(), PathOfProject(), HubWebSite(), NotAskedForTags(), HTTPSBeforeHTTP(),
    NoMirrorForHost(), DefaultsJudged(),
]
