import GoData

/// From the entries of a host directory to the hosts that are asked: `ConfigureHosts`.
///
/// Source: `remotes/docker/config/hosts.go` (1.x), `core/remotes/docker/config/hosts.go` (2.x).
package struct HostConfiguration: Equatable, Sendable {
    package let rules: ContainerdRules
    /// The caller has TLS settings of its own (`ctr`; CRI has none).
    package var hasDefaultTLS = false
    /// `ctr --plain-http`; CRI sets none.
    package var defaultScheme = ""

    package init(rules: ContainerdRules, hasDefaultTLS: Bool = false, defaultScheme: String = "") {
        self.rules = rules
        self.hasDefaultTLS = hasDefaultTLS
        self.defaultScheme = defaultScheme
    }

    /// - Parameter entries: empty when no directory was found.
    package func endpoints(
        for host: String,
        entries: [HostEntry],
        files: any NodeFiles
    ) throws(PullConfigurationError) -> [RegistryEndpoint] {
        var entries = entries.isEmpty ? [Self.absent] : entries
        if entries[entries.count - 1].host.isEmpty { setUpstream(&entries[entries.count - 1], host: host) }
        guard entries.count <= ConfigLimit.maximumHosts else {
            throw .tooManyHosts(entries.count, host, entries[0].source)
        }
        var endpoints: [RegistryEndpoint] = []
        var checked = CheckedFiles()
        for entry in entries { endpoints.append(try endpoint(entry, files: files, &checked)) }
        return endpoints
    }

    private static var absent: HostEntry {
        var entry = HostEntry()
        entry.origin = .upstream
        return entry
    }

    /// Scheme, host, path and capabilities are replaced; TLS settings and headers of the root keys stay.
    private func setUpstream(_ entry: inout HostEntry, host: String) {
        entry.host = host
        entry.path = "/v2"
        entry.capabilities = .all(rules: rules)
        if host == "docker.io" {
            entry.scheme = "https"
            entry.host = "registry-1.docker.io"
        } else if !defaultScheme.isEmpty {
            entry.scheme = defaultScheme
        } else if Localhost.isLocalhost(host) {
            setLocalhost(&entry, port: GoText.splitHostPort(host)?.port ?? "")
        } else {
            entry.scheme = "https"
        }
    }

    private func setLocalhost(_ entry: inout HostEntry, port: String) {
        switch rules.localhostDefault {
        case .https: entry.scheme = "https"
        case .http: entry.scheme = "http"
        case .byPort:
            entry.scheme = port.isEmpty || port == "443" ? "https" : "http"
            if port != "80" { entry.tls.skipVerify = true }
        }
    }

    /// Files that were found good: many entries may name the same.
    private struct CheckedFiles {
        var authorities: Set<String> = []
        var pairs: Set<RegistryEndpoint.ClientPair> = []
    }

    private func endpoint(
        _ entry: HostEntry,
        files: any NodeFiles,
        _ checked: inout CheckedFiles
    ) throws(PullConfigurationError) -> RegistryEndpoint {
        try checkFiles(entry.tls, files: files, &checked)
        var endpoint = RegistryEndpoint(
            scheme: entry.scheme,
            host: entry.host,
            path: entry.path,
            capabilities: entry.capabilities,
            headers: entry.headers,
            tls: entry.tls,
            origin: entry.origin,
            source: entry.source
        )
        endpoint.dialTimeout = entry.dialTimeout
        endpoint.emptyHeaders = entry.emptyHeaders
        if triesHTTPSFirst(entry) {
            endpoint.scheme = "https"
            endpoint.fallsBackToHTTP = true
        }
        return endpoint
    }

    private func triesHTTPSFirst(_ entry: HostEntry) -> Bool {
        let isExplicit =
            hasDefaultTLS || entry.tls.isExplicit || rules.dialTimeoutCountsAsTLS && entry.dialTimeout != nil
        guard entry.scheme == "http", isExplicit else { return false }
        let port = GoText.splitHostPort(entry.host)?.port ?? ""
        return switch rules.httpsFirst {
        case .never: false
        case .always: true
        case .withPortOtherThan80: !port.isEmpty && port != "80"
        case .unlessPort80: port != "80"
        }
    }

    /// A file that cannot be used fails the pull for every host, not only for its own.
    private func checkFiles(
        _ tls: RegistryEndpoint.TLS,
        files: any NodeFiles,
        _ checked: inout CheckedFiles
    ) throws(PullConfigurationError) {
        for path in tls.caFiles ?? [] where checked.authorities.insert(path).inserted {
            let bytes = try read(path, files, "unable to read CA cert")
            guard PEM.holdsCertificate(bytes) else {
                throw PullConfigurationError("unable to load CA cert \(GoText.quoted(path))", file: path)
            }
        }
        for pair in tls.clientPairs ?? [] where checked.pairs.insert(pair).inserted {
            let certificate = try read(pair.certificate, files, "unable to read CERT file")
            let key = pair.key.isEmpty ? certificate : try read(pair.key, files, "unable to read CERT file")
            if let text = PEM.keyPairError(certificate: certificate, key: key) {
                throw PullConfigurationError("failed to load X509 key pair: \(text)", .keyPair, file: pair.certificate)
            }
        }
    }

    private func read(_ path: String, _ files: any NodeFiles, _ what: String) throws(PullConfigurationError) -> [UInt8]
    {
        do throws(NodeFileError) { return try files.read(path) } catch {
            let operation = error == .isDirectory ? "read" : "open"
            throw PullConfigurationError(
                "\(what) \(GoText.quoted(path)): \(operation) \(path): \(error)",
                .unreadable,
                file: path,
                isOurLimit: error.isOurLimit
            )
        }
    }
}
