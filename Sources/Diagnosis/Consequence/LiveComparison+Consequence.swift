import MirrorCore

extension LiveComparison {
    /// What it means to the nodes.
    package func consequence(_ groups: [NodeGroup]) -> ChangeConsequence {
        // For a node it matters only that there is a CA or a login.
        let new = intended.map { draft in
            var draft = draft
            if !(draft.caCertSecret + draft.caCertPath).isEmpty { draft.caCertSecret = "anthos-creds/ca" }
            if !(draft.pullCredentialSecret + draft.pullCredentialConfigPath).isEmpty {
                draft.pullCredentialSecret = "anthos-creds/pull-creds"
            }
            return draft
        }
        return ChangeConsequence(
            groups: groups,
            from: running,
            to: new,
            at: .spec,
            changes: MirrorChange.changes(from: running, to: intended, at: .spec)
        )
    }
}
