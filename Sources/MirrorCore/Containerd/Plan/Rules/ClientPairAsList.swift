/// `client = [certificate, key]`: two files that must hold both, and not a pair.
struct ClientPairAsList: PullRule {
    let code = "MIR0730"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullExplainer) -> [Finding] {
        guard let (files, place) = Self.list(plan), let error = plan.error else { return [] }
        return [
            finding(
                place.map { ["\($0): client = \(TOMLText.array(files))"] } ?? [] + [error.text],
                ["registryHost": plan.reference.registryHost, "fixed": "client = [\(TOMLText.array(files))]"]
            )
        ]
    }

    /// The two files of the entry that fails the pull; both are there.
    static func list(_ plan: PullPlan) -> (files: [String], place: SourcePlace?)? {
        guard let error = plan.error, error.text.hasPrefix("failed to load X509 key pair"),
            case .directory(let loaded) = plan.origin, loaded.form == .hostsFile
        else { return nil }
        for entry in loaded.entries {
            let pairs = entry.tls.clientPairs ?? []
            guard pairs.count == 2, pairs.allSatisfy(\.key.isEmpty) else { continue }
            let files = pairs.map(\.certificate)
            if files.contains(where: { $0 == error.file }) { return (files, entry.source) }
        }
        return nil
    }
}
