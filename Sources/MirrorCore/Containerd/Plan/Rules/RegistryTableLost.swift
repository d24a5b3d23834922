/// A registry table that this containerd does not read.
struct RegistryTableLost: PullRule {
    let code = "MIR0702"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        node.config.warnings.compactMap { warning in
            guard case .unknownPluginKey("registry", let plugin, let source) = warning else { return nil }
            return finding(
                ["\(source.file):\(source.line): \(warning.text)"],
                ["plugin": plugin, "expected": node.rules.registryPlugin, "version": "\(node.rules.version)"]
            )
        }
    }
}
