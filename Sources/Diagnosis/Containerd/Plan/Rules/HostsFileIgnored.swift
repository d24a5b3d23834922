import Containerd
import Texts

/// One mistake in a `hosts.toml`, and the whole file counts for nothing.
struct HostsFileIgnored: PullRule {
    let code = "MIR0701"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard case .directory(let loaded) = plan.origin, case .brokenHostsFile(let error) = loaded.form else {
            return []
        }
        let reason = Catalogue.english(error.phrase)
        let place = error.line.map { "\(loaded.hostsFilePath):\($0)" } ?? loaded.hostsFilePath
        return [finding(["\(place): \(reason)"], ["file": loaded.hostsFilePath, "reason": reason])]
    }
}
