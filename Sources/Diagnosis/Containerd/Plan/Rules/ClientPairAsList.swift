import Containerd
import TOML

/// `client = [certificate, key]`: two files that must hold both, and not a pair.
struct ClientPairAsList: PullRule {
    let code = "MIR0730"
    let severity = Finding.Severity.error

    func findings(in plan: PullPlan, _ node: PullJudge) -> [Finding] {
        guard let (files, place) = Self.list(plan, node), let error = plan.error else { return [] }
        return [
            finding(
                place.map { ["\($0): client = \(TOMLText.array(files))"] } ?? [] + [error.text],
                ["registryHost": plan.reference.registryHost, "fixed": "client = [\(TOMLText.array(files))]"]
            )
        ]
    }

    /// The two files of the entry that fails the pull. containerd stops at the first of them that is not there, or does not hold
    /// both; where one is not there, the other shows whether it holds both.
    static func list(_ plan: PullPlan, _ node: PullJudge) -> (files: [String], place: SourcePosition?)? {
        guard let error = plan.error, case .directory(let loaded) = plan.origin, loaded.form == .hostsFile else {
            return nil
        }
        for entry in loaded.entries {
            let pairs = entry.tls.clientPairs ?? []
            guard pairs.count == 2, pairs.allSatisfy(\.key.isEmpty) else { continue }
            let files = pairs.map(\.certificate)
            guard files.contains(where: { $0 == error.file }) else { continue }
            if error.text.hasPrefix("failed to load X509 key pair") { return (files, entry.source) }
            let held = files.compactMap { try? node.explainer.files.read($0) }
            if !held.isEmpty, held.allSatisfy({ PEM.keyPairError(certificate: $0, key: $0) != nil }) {
                return (files, entry.source)
            }
        }
        return nil
    }

    /// A file is not there: its own finding says that, and this one what comes after it.
    static func isAboutAMissingFile(_ plan: PullPlan) -> Bool { plan.error?.text.hasPrefix("unable to read") == true }
}
