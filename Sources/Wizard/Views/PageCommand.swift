import MirrorCore
import Texts

/// The subcommand that does what a page does.
extension WizardState {
    /// Of a mirror's page: what asks the mirror.
    var probeCommand: ShellCommand? {
        guard let plan = wantedPlan else { return nil }
        func option(_ name: String, _ value: String?) -> [String] { value.map { ShellCommand.option(name, $0) } ?? [] }
        return ShellCommand(
            ["mirrorctl", "probe", plan.endpoint.rootURL] + option("--namespace", plan.endpoint.mirrorNamespace)
                + option("--ca-cert", plan.caCertPath)
                + option("--docker-config", plan.pullCredentialConfigPath)
                + plan.images.flatMap { option("--image", $0) } + (plan.rehearsesPush ? ["--rehearse-push"] : [])
        )
    }

    /// Of the nodes' page: the button asks all of the file's nodes, Enter the one in focus.
    var nodesCommand: ShellCommand? {
        guard trouble.nodes.count > 1 else { return nil }
        var words = ["mirrorctl", "node"] + ShellCommand.option("--cluster-config", answers.clusterConfigPath)
        if trouble.nodes.indices.contains(focus), case .node(let address) = trouble.nodes[focus].place {
            words += ShellCommand.option("--nodes", address)
        }
        return ShellCommand(words + sshConfig)
    }

    private var sshConfig: [String] { trouble.sshConfig.map { ShellCommand.option("--ssh-config", $0) } ?? [] }

    /// Of the pull's page: what explains the image on that node, or what a log says of it.
    var pullCommand: ShellCommand? {
        if trouble.pane == .log, case .file(let path) = trouble.log.source {
            let image = trouble.image.trimmingBlanks
            return ShellCommand(
                ["mirrorctl", "why"] + (image.isEmpty ? [] : [image]) + ShellCommand.option("--log", path)
            )
        }
        guard let question = trouble.asked else { return nil }
        let isLive = trouble.live != nil || trouble.asking != nil
        let node: [String] =
            switch question.place {
            case .here: []
            // Whose file says how to log in.
            case .node(let address):
                ShellCommand.option("--node", address)
                    + ShellCommand.option("--cluster-config", answers.clusterConfigPath) + sshConfig
            }
        return ShellCommand(["mirrorctl", "why", question.image] + node + (isLive ? ["--live"] : []))
    }
}

extension Body {
    /// The same without a screen, as it would be typed.
    mutating func add(pageCommand command: ShellCommand?, _ texts: Catalogue) {
        guard let command else { return }
        gap()
        add([Span(texts("write.equivalent"), .label)])
        add(command)
    }
}
