import Containerd

/// Says of one node's files what is wrong with them, and what stands there and is not in force.
package struct PullJudge: Sendable {
    package let explainer: PullExplainer
    /// What stands in the files and is not in force.
    package let dead: [DeadSetting]

    package init(_ explainer: PullExplainer) {
        self.explainer = explainer
        dead = DeadSurvey(explainer).settings
    }

    /// What is wrong with the files as far as this image meets it, errors first.
    package func findings(for plan: PullPlan) -> [Finding] {
        let findings = deadSettings(for: plan).map(\.finding) + pullRules.flatMap { $0.findings(in: plan, self) }
        return findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }
    }

    /// What is meant for the images of this plan and not in force.
    func deadSettings(for plan: PullPlan) -> [DeadSetting] {
        dead.filter { $0.hosts.contains(plan.reference.registryHost) }
    }
}
