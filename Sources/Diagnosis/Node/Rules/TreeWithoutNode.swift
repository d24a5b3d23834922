/// A tree in which nothing of containerd lies: another folder was meant, or nothing was copied.
struct TreeWithoutNode: NodeRule {
    let code = "MIR0828"
    let severity = Finding.Severity.error

    /// One of them is on every node that runs containerd from its own unit.
    private static let places =
        ["/etc/containerd", "/etc/docker/certs.d"] + SystemdUnit.unitFolders.map { $0 + "/containerd.service" }

    func findings(in node: NodeJudgement) -> [Finding] {
        // A node that was asked says more than its files.
        guard let report = node.inspection.report, report.clock == nil, !report.isConfigNamed,
            Self.places.allSatisfy({ (try? report.files.kind(of: $0)) == nil })
        else { return [] }
        return [finding(node, Self.places)]
    }
}
