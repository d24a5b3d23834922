import MirrorCore

/// What is run after the write: the images into each mirror, then bmctl; for a new header, what puts it into a file.
struct NextCommands: Equatable, Sendable {
    private(set) var pushes: [ShellCommand] = []
    /// What bmctl has for the same; never needed beside them.
    private(set) var bmctlPushes: [ShellCommand] = []
    /// A header that is in no cluster config file yet.
    private(set) var insertion: ShellCommand?
    private(set) var bmctl: ShellCommand

    init(state: WizardState) {
        let cluster = state.clusterConfig?.cluster
        let name = cluster?.name ?? "CLUSTER_NAME"
        let isCreation = state.answers.operation == .create
        bmctl = isCreation ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name)
        let mirrors = state.validated.mirrors ?? []
        bmctlPushes = mirrors.map { BmctlCommand.pushImages(to: $0, version: cluster?.versionText) }
        let typed = state.answers.push.source.trimmingBlanks
        let source = typed.isEmpty ? "bmpackages_\(cluster?.versionText ?? "VERSION").tar.xz" : typed
        pushes = zip(mirrors, state.answers.mirrors).map { mirror, draft in
            Self.push(source, to: mirror, draft).command
        }
        guard state.answers.clusterConfigPath.isEmpty else { return }
        insertion = ShellCommand(
            ["mirrorctl", "apply", "--cluster-config", "CLUSTER.yaml"]
                + ShellCommand.option("--mirrors", state.newHeaderPath)
                + ["--operation", state.answers.operation.rawValue]
        )
    }

    /// With the files that were given for the probe where the spec names Secrets; capitals where none was.
    private static func push(_ source: String, to mirror: RegistryMirror, _ draft: MirrorDraft) -> PushOrder {
        var order = PushOrder(.push, source: source, endpoint: mirror.endpoint)
        // Neither is sent or looked at without TLS.
        guard mirror.endpoint.scheme == .https else { return order }
        func file(_ typed: String, or placeholder: String) -> String { typed.isEmpty ? placeholder : typed }
        switch mirror.caCert {
        case .file(let path): order.caCertPath = path
        case .secret: order.caCertPath = file(draft.caCertPath, or: "CA_FILE")
        case nil: break
        }
        switch mirror.pullCredential {
        case .file(let path): order.login = .dockerConfig(path: path)
        case .secret: order.login = .dockerConfig(path: file(draft.pullCredentialConfigPath, or: "DOCKER_CONFIG"))
        case nil: break
        }
        return order
    }
}
