/// Images find hardly any room: the kubelet will soon refuse or delete them.
struct DiskFull: NodeRule {
    let code = "MIR0823"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let space = node.inspection.report?.imageSpace, space.usedPercent >= 85 || space.free < 1 << 20
        else { return [] }
        return [finding(node, [], ["percent": "\(space.usedPercent)", "free": "\(space.free >> 10)"])]
    }
}
