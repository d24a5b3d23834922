/// A file that cannot be used fails every pull of this registry host, whoever else could serve it.
struct PullFails: PullRule {
    let code = "MIR0704"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard let error = plan.error, !error.isOurLimit else { return [] }
        return [finding([error.text], ["registryHost": plan.reference.registryHost, "file": error.file ?? ""])]
    }
}
