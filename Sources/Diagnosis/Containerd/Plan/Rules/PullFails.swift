import Containerd

/// A file that cannot be used fails every pull of this registry host, whoever else could serve it.
struct PullFails: PullRule {
    let code = "MIR0704"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard let error = plan.error, !error.isOurLimit else { return [] }
        guard ClientPairAsList.isAboutAMissingFile(plan) || ClientPairAsList.list(plan, node) == nil else { return [] }
        let file = error.file.flatMap { error.text.contains($0) ? nil : [$0] } ?? []
        return [finding([error.text] + file, ["registryHost": plan.reference.registryHost, "text": error.text])]
    }
}
