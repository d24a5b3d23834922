import MirrorCore

/// The subcommand that does what the wizard is about to do.
package struct EquivalentCommand {
    let state: WizardState

    package init(state: WizardState) { self.state = state }

    package var command: ShellCommand { ShellCommand(words) }

    /// The command, and where its output goes: a header alone is printed.
    package struct Line: Equatable, Sendable, CustomStringConvertible {
        package let command: ShellCommand
        let output: String?

        package var description: String { command.description + (output.map { " > " + shellWord($0) } ?? "") }
    }

    package var line: Line {
        Line(command: command, output: state.answers.clusterConfigPath.isEmpty ? state.newHeaderPath : nil)
    }

    private var words: [String] {
        let answers = state.answers
        guard !answers.clusterConfigPath.isEmpty else {
            return ["mirrorctl", "render", "--format", "header"] + answers.mirrors.flatMap { options($0, .header) }
        }
        if let adopting { return ["mirrorctl", "adopt"] + file + adopting }
        let base =
            ["mirrorctl", "apply"] + file + ["--operation", answers.operation.rawValue]
            + (state.clusterConfig?.isTemplate == true ? ["--template"] : [])
            + (state.placement.alternative != nil && state.place == .header ? ["--place", "header"] : [])
        return base + (answers.mirrors.isEmpty ? ["--remove"] : answers.mirrors.flatMap { options($0, state.place) })
    }

    private var file: [String] { ShellCommand.option("--cluster-config", state.answers.clusterConfigPath) }

    /// Where the list was taken over from, as long as it is that list.
    private var adopting: [String]? {
        guard state.canAdopt, case .done(let drafts, _) = state.mirrors.adopt.progress, drafts == state.answers.mirrors
        else {
            return nil
        }
        switch state.mirrors.adopt.request {
        case .kubectl(let name, let namespace, let kubeconfig):
            return ShellCommand.option("--cluster", name)
                + (namespace.map { ShellCommand.option("--namespace", $0) } ?? [])
                + ShellCommand.option("--kubeconfig", kubeconfig)
        case .saved(let path): return ShellCommand.option("--from-cluster-yaml", path)
        case nil: return nil
        }
    }

    /// One mirror; each further `--endpoint` begins the next.
    private func options(_ draft: MirrorDraft, _ place: MirrorPlace) -> [String] {
        func option(_ name: String, _ value: String) -> [String] {
            value.isEmpty ? [] : ShellCommand.option(name, value)
        }
        let start = option("--endpoint", draft.endpoint) + option("--namespace", draft.mirrorNamespace)
        let hosts = draft.hosts.flatMap { option("--host", $0) }
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
