import Containerd

/// A file of this registry host holds more than is read here: what containerd makes of it is not known.
struct BeyondLimit: PullRule {
    let code = VersionComparison.limitCode
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard let error = plan.error, error.isOurLimit else { return [] }
        let arguments = ["version": "\(plan.rules.version)", "reason": error.text]
        return [finding([error.text], arguments)]
    }
}
