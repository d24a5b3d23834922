import GoData

/// Explains images against the files of one node; the configuration is read once, each registry host once.
package struct PullExplainer: Sendable {
    package let rules: ContainerdRules
    package let files: any NodeFiles
    package let config: ContainerdConfig
    package let deprecations: [RegistryConfig.Deprecation]
    /// After `auths` were folded into `configs`.
    package let registry: RegistryConfig
    package let credentials: RegistryCredentials
    package let mode: PullPlan.Mode
    package let roots: [String]
    private var known: [String: Hosts] = [:]

    private struct Hosts: Sendable {
        var origin: PullPlan.Origin
        var endpoints: [RegistryEndpoint] = []
        var credentials: [PullAttempt.CredentialOrigin] = []
        var error: PullConfigurationError?
    }

    /// `HOST[:PORT]` of all that the node may ask for the image; `nil` where its files do not say it.
    package func hosts(of image: String) -> Set<String>? {
        guard let plan = planOnce(image), plan.error == nil, !plan.attempts.isEmpty else { return nil }
        return Set(plan.attempts.map(\.endpoint.host))
    }

    /// For one of many registry hosts, of each of which one image is asked for: nothing of it is remembered.
    package func planOnce(_ image: String) -> PullPlan? {
        var explainer = self
        return try? explainer.explain(image)
    }

    /// Why no image can be explained: containerd, or its CRI plugin, does not start.
    package enum StartError: Error, Equatable, Sendable {
        case config(ContainerdConfigError)
        case plugin(RegistryConfig.ValidationError)
        /// containerd starts, and CRI is switched off.
        case disabled(ListedPlugin)

        /// containerd itself starts, and kubelet finds no CRI.
        package var isCRIOnly: Bool { if case .config = self { false } else { true } }

        /// Not a fault of the files, but the lack of one.
        package var isWithoutConfig: Bool { if case .config(.notThere) = self { true } else { false } }

        /// Whether containerd may well start, and only we do not know how.
        package var isOurLimit: Bool { if case .config(let error) = self { error.isOurLimit } else { false } }
    }

    package init(
        version: ContainerdVersion,
        files: any NodeFiles,
        configPath: String = ContainerdConfig.defaultPath,
        isConfigNamed: Bool = false
    ) throws(StartError) {
        rules = version.rules
        self.files = files
        do throws(ContainerdConfigError) {
            config = try ContainerdConfig(path: configPath, isNamed: isConfigNamed, files: files, rules: rules)
        } catch {
            throw .config(error)
        }
        if let plugin = config.criDisabledBy { throw .disabled(plugin) }
        var registry = config.registry
        do throws(RegistryConfig.ValidationError) { deprecations = try registry.validate(rules: rules) } catch {
            throw .plugin(error)
        }
        self.registry = registry
        mode = config.transferObstacle == nil ? .transfer : .local
        let path = config.effectiveConfigPath
        // The transfer service takes the list of directories for one.
        if path.isEmpty {
            roots = []
        } else if mode == .transfer {
            roots = [path]
        } else {
            roots = path.split(separator: ":").map(String.init)
        }
        let isLegacy = mode == .local && path.isEmpty
        credentials = RegistryCredentials(
            byHost: registry.configs.compactMapValues(\.auth),
            isKeyedByEndpoint: isLegacy && !rules.credentialsFollowChallenge
        )
    }

    package mutating func explain(_ image: String) throws(ImageReferenceError) -> PullPlan {
        let reference = try ImageReference(image, rules: rules)
        let host = reference.registryHost
        let hosts: Hosts
        if let found = known[host] {
            hosts = found
        } else {
            hosts = find(host)
            known[host] = hosts
        }
        return PullPlan(
            image: image,
            reference: reference,
            rules: rules,
            mode: mode,
            roots: roots,
            origin: hosts.origin,
            attempts: attempts(reference, hosts),
            error: hosts.error,
            headers: registry.headers,
            emptyHeaders: registry.emptyHeaders
        )
    }

    // MARK: One registry host

    private func find(_ host: String) -> Hosts {
        if mode == .local, roots.isEmpty {
            var hosts = Hosts(origin: .mirrors)
            do throws(PullConfigurationError) {
                let legacy = LegacyEndpoints(config: registry, rules: rules)
                hosts.endpoints = try legacy.endpoints(for: host, files: files)
            } catch {
                hosts.error = error
            }
            return withCredentials(hosts)
        }
        var hosts = Hosts(origin: .defaults)
        do throws(PullConfigurationError) {
            var entries: [HostEntry] = []
            if let directory = try HostDirectory.find(for: host, roots: roots, in: files) {
                let loaded = try HostDirectory.load(directory, from: files, rules: rules)
                hosts.origin = .directory(loaded)
                entries = loaded.entries
            }
            let configuration = HostConfiguration(rules: rules)
            hosts.endpoints = try configuration.endpoints(for: host, entries: entries, files: files)
        } catch {
            hosts.error = error
        }
        return withCredentials(hosts)
    }

    private func withCredentials(_ hosts: Hosts) -> Hosts {
        var hosts = hosts
        hosts.credentials = hosts.endpoints.map { endpoint in
            if endpoint.headers.contains(where: { $0.name == "Authorization" }) { return .header }
            guard let auth = credentials.auth(endpoint: endpoint.host, challenger: endpoint.host) else {
                return .pullRequest
            }
            return .config(key: endpoint.host, auth.source)
        }
        return hosts
    }

    private func attempts(_ reference: ImageReference, _ hosts: Hosts) -> [PullAttempt] {
        let isDigest = !reference.spec.digest.isEmpty
        let needed: RegistryCapabilities = isDigest ? .pull : [.pull, .resolve]
        let host = reference.registryHost
        let tail = "/\(reference.repository)/manifests/\(isDigest ? reference.spec.digest : reference.object)"
        let query = "?" + GoEscape.query([("ns", host)])
        return hosts.endpoints.enumerated().map { index, endpoint in
            let isProxy = endpoint.isProxy(for: host)
            return PullAttempt(
                index: index,
                endpoint: endpoint,
                resolveURL: endpoint.scheme + "://" + endpoint.host + GoPath.clean("/" + endpoint.path + tail)
                    + (isProxy ? query : ""),
                isAskedForName: endpoint.capabilities.isSuperset(of: needed),
                isUpstream: !isProxy,
                credential: hosts.credentials[index]
            )
        }
    }
}
