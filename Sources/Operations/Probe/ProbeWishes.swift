import Diagnosis
import MirrorCore
import Texts

/// What a probe is asked to find out of any mirror, and with which files.
package struct ProbeWishes: Sendable {
    /// For mirrors that name no CA file; the same with `dockerConfigPath`.
    package var caCertPath: String?
    package var dockerConfigPath: String?
    package var images: [String] = []
    package var rehearsesPush = false
    package var deadlineSeconds = 30
    package var connectDeadlineSeconds = 5
    package var phaseDeadlineSeconds = 10
    package var proxy = ProxyChoice.environment

    package init() {}

    /// A mirror that was typed. A path that is wrong in a known way is taken as it was meant, and has a finding.
    package static func mirror(
        typed endpoint: String,
        namespace: String
    ) throws(Refusal) -> (mirror: RegistryMirror, typedPath: TypedPath?) {
        let typed = TypedPath(endpoint)
        let draft = MirrorDraft(endpoint: typed?.fixed ?? endpoint, mirrorNamespace: namespace)
        guard let mirror = try Refusal.valid([draft], for: .header).first else { throw Refusal([]) }
        return (mirror, typed)
    }

    /// - Parameter login: a Docker config that takes the place of `dockerConfigPath`.
    package func plan(_ mirror: RegistryMirror, login: String? = nil, typedPath: TypedPath? = nil) -> ProbePlan {
        var plan = ProbePlan(
            endpoint: mirror.endpoint,
            caCertPath: caCertPath,
            pullCredentialConfigPath: login ?? dockerConfigPath,
            images: images,
            rehearsesPush: rehearsesPush,
            deadlineSeconds: deadlineSeconds,
            connectDeadlineSeconds: connectDeadlineSeconds,
            phaseDeadlineSeconds: phaseDeadlineSeconds
        )
        if case .file(let path) = mirror.caCert { plan.caCertPath = path }
        if case .file(let path) = mirror.pullCredential { plan.pullCredentialConfigPath = path }
        plan.proxy = proxy
        plan.typedPath = typedPath
        return plan
    }

    /// One for each mirror of a cluster config file, wherever it stands, with what the file names for it.
    package func plans(of config: ClusterConfig, path: String) throws(Refusal) -> [ProbePlan] {
        var mirrors: [RegistryMirror] = []
        for place in [MirrorPlace.header, .spec] {
            for mirror in try Refusal.valid(config.registryMirrors(at: place), for: place)
            where !mirrors.contains(where: { $0.endpoint == mirror.endpoint }) {
                mirrors.append(mirror)
            }
        }
        guard !mirrors.isEmpty else { throw Refusal(Phrase("command.probe.none", ["path": path]), .dataError) }
        try refuseReplaced(mirrors)
        return mirrors.map { mirror in
            var plan = plan(mirror)
            plan.nodeProxy = config.cluster?.proxy ?? ClusterConfig.Proxy.absent
            return plan
        }
    }

    /// A file that is given and would not be used, because the cluster config file names another.
    private func refuseReplaced(_ mirrors: [RegistryMirror]) throws(Refusal) {
        for mirror in mirrors {
            let pairs = [
                ("--ca-cert", caCertPath, mirror.caCert), ("--docker-config", dockerConfigPath, mirror.pullCredential),
            ]
            for case (let option, let given?, .file(let path)) in pairs where given != path {
                let values = ["option": option, "endpoint": mirror.endpoint.url, "path": path]
                throw Refusal(Phrase("command.probe.replaced", values), .dataError)
            }
        }
    }
}
