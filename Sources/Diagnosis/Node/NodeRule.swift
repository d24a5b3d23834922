/// One thing that can be wrong with a node, and how it shows in its report.
///
/// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
package protocol NodeRule: Sendable {
    /// `MIR08nn`, up to 0849.
    var code: String { get }
    var severity: Finding.Severity { get }
    func findings(in node: NodeJudgement) -> [Finding]
}

extension NodeRule {
    func finding(_ node: NodeJudgement, _ evidence: [String], _ arguments: [String: String] = [:]) -> Finding {
        let arguments = arguments.merging(["node": node.inspection.target]) { own, _ in own }
        return Finding(code: code, severity: severity, evidence: evidence, arguments: arguments)
    }
}

/// ADD A RULE HERE.
package let nodeRules: [any NodeRule] =
    [
        NodeUnreachable(), HostKeyChanged(), HostKeyUnknown(), LoginRefused(), NodeSilent(), ShellFailed(), NodeReportAbsent(),
        NodeReportTooLarge(), NodeReportDamaged(), NodeReportBeyondLimits(), ShellTalks(), FilesNotReadable(), FilesFailed(),
        ContainerdMissing(),
        ContainerdNotRunning(),
        DumpDiffers(), NotRestarted(), MirrorNotUsed(), MirrorNotExpected(), CADiffers(), CAExpired(),
        CAWithoutCertificate(),
        ProxyCoversMirror(), ClockWrong(), DiskFull(), PullsFailed(), InMaintenance(), ForwardingForbidden(),
        NodeReportMissing(), TreeWithoutNode(), EnvironmentFileMissing(),
    ] + podRules
