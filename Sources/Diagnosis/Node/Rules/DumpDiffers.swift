/// What containerd says about its configuration is not what the files say as they are read here.
struct DumpDiffers: NodeRule {
    let code = "MIR0814"
    let severity = Finding.Severity.warning

    func findings(in node: NodeJudgement) -> [Finding] {
        node.dumpDifferences.isEmpty ? [] : [finding(node, node.dumpDifferences)]
    }
}
