/// There is no configuration file, and containerd starts with its defaults.
struct DefaultsJudged: PullRule {
    let code = "MIR0715"
    let severity = Finding.Severity.info

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard node.config.isDefault else { return [] }
        let file = ContainerdConfig.defaultPath
        let path = node.config.effectiveConfigPath
        return [finding(["config_path = \(GoText.quoted(path))"], ["file": file, "version": "\(node.rules.version)"])]
    }
}
