import Containerd
import GoData

/// There is no configuration file, and containerd starts with its defaults.
struct DefaultsJudged: PullRule {
    let code = "MIR0715"
    let severity = Finding.Severity.info

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard node.explainer.config.isDefault else { return [] }
        let file = ContainerdConfig.defaultPath
        let path = node.explainer.config.effectiveConfigPath
        return [
            finding(
                ["config_path = \(GoText.quoted(path))"],
                ["file": file, "version": "\(node.explainer.rules.version)"]
            )
        ]
    }
}
