/// Images find hardly any room: the kubelet will soon refuse or delete them.
struct DiskFull: NodeRule {
    let code = "MIR0823"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let space = node.inspection.report?.imageSpace,
            Self.isFull(free: space.free, usedPercent: space.usedPercent)
        else { return [] }
        return [finding(node, [], ["percent": "\(space.usedPercent)", "free": "\(space.free >> 10)"])]
    }

    /// - Parameter free: kibibytes.
    static func isFull(free: Int64, usedPercent: Int) -> Bool { usedPercent >= 85 || free < 1 << 20 }
}
