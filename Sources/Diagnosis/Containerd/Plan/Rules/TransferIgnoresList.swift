import Containerd
import GoData

/// The transfer service takes `a:b` for the name of one directory.
struct TransferIgnoresList: PullRule {
    let code = "MIR0703"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        let path = node.explainer.config.effectiveConfigPath
        guard plan.mode == .transfer, path.contains(":") else { return [] }
        let place = node.explainer.registry.configPathSource.map { ["\($0.file):\($0.line)"] } ?? []
        return [finding(place + ["config_path = \(GoText.quoted(path))"], ["path": path])]
    }
}
