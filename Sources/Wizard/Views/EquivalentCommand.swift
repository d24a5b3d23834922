import MirrorCore

/// The subcommand that does what the wizard is about to do.
package struct EquivalentCommand {
    let state: WizardState

    package init(state: WizardState) { self.state = state }

    package var command: ShellCommand { ShellCommand(words) }

    private var words: [String] {
        let answers = state.answers
        guard !answers.clusterConfigPath.isEmpty else {
            return ["mirrorctl", "render", "--format", "header"] + answers.mirrors.flatMap { options($0, .header) }
        }
        let base = [
            "mirrorctl", "apply", "--cluster-config", answers.clusterConfigPath, "--operation",
            answers.operation.rawValue,
        ]
        return base + (answers.mirrors.isEmpty ? ["--remove"] : answers.mirrors.flatMap { options($0, state.place) })
    }

    /// One mirror; each further `--endpoint` begins the next.
    private func options(_ draft: MirrorDraft, _ place: MirrorPlace) -> [String] {
        func option(_ name: String, _ value: String) -> [String] { value.isEmpty ? [] : [name, value] }
        let start = option("--endpoint", draft.endpoint) + option("--namespace", draft.mirrorNamespace)
        let hosts = draft.hosts.flatMap { ["--host", $0] }
        switch place {
        case .header:
            return start + hosts + option("--ca-cert-path", draft.caCertPath)
                + option("--pull-credential-config-path", draft.pullCredentialConfigPath)
        case .spec:
            return start + hosts + option("--ca-cert-secret", draft.caCertSecret)
                + option("--pull-credential-secret", draft.pullCredentialSecret)
        }
    }
}
