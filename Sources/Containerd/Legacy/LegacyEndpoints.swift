import GoData

/// `registry.mirrors` without `config_path`: the endpoints of a registry host and how each is reached.
///
/// Source: `registryEndpoints`, `registryHosts` in CRI's `image_pull.go`.
package struct LegacyEndpoints: Sendable {
    package let config: RegistryConfig
    package let rules: ContainerdRules

    package init(config: RegistryConfig, rules: ContainerdRules) {
        self.config = config
        self.rules = rules
    }

    /// The URLs that are tried, the upstream last unless one of them is it.
    package func urls(for host: String) throws(PullConfigurationError) -> [RegistryConfig.Endpoint] {
        let mirror = config.mirrors[host] ?? config.mirrors["*"]
        var endpoints: [RegistryConfig.Endpoint] = []
        for endpoint in mirror?.endpoints ?? [] {
            endpoints.append(RegistryConfig.Endpoint(try withScheme(endpoint), source: endpoint.source))
        }
        for endpoint in endpoints where try url(endpoint.url, endpoint.source).host == host { return endpoints }
        let upstream = host == "docker.io" ? "registry-1.docker.io" : host
        let scheme = Localhost.defaultScheme(upstream)
        return endpoints + [RegistryConfig.Endpoint(scheme + "://" + upstream)]
    }

    package func endpoints(for host: String, files: any NodeFiles) throws(PullConfigurationError) -> [RegistryEndpoint]
    {
        let urls: [RegistryConfig.Endpoint]
        do throws(PullConfigurationError) { urls = try self.urls(for: host) } catch {
            throw PullConfigurationError(
                "get registry endpoints: " + error.text,
                file: error.file,
                isOurLimit: error.isOurLimit
            )
        }
        guard urls.count <= ConfigLimit.maximumHosts else { throw .tooManyHosts(urls.count, host, urls[0].source) }
        var endpoints: [RegistryEndpoint] = []
        var checked: Set<String> = []
        for (index, entry) in urls.enumerated() {
            let url: GoURL
            do throws(GoURL.ParseError) { url = try GoURL(entry.url) } catch {
                let text = "parse registry endpoint \(GoText.quoted(entry.url)) from mirrors: \(error.description)"
                throw PullConfigurationError(text, file: entry.source?.file)
            }
            let isUpstream = index == urls.count - 1 && entry.source == nil && !isListed(entry.url, host)
            let capabilities: RegistryCapabilities =
                rules.knowsReferrers ? [.pull, .resolve, .referrers] : [.pull, .resolve]
            endpoints.append(
                RegistryEndpoint(
                    scheme: url.scheme,
                    host: url.host,
                    path: url.path.isEmpty ? "/v2" : url.path,
                    capabilities: capabilities,
                    tls: try tls(url, entry, host, files, &checked),
                    origin: isUpstream ? .upstream : .mirror,
                    source: entry.source
                )
            )
        }
        return endpoints
    }

    private func isListed(_ url: String, _ host: String) -> Bool {
        (config.mirrors[host] ?? config.mirrors["*"])?.endpoints.contains { $0.url == url } ?? false
    }

    /// `addDefaultScheme`
    private func withScheme(_ endpoint: RegistryConfig.Endpoint) throws(PullConfigurationError) -> String {
        guard endpoint.url.range(ofText: "://") == nil else { return endpoint.url }
        let host = try url("dummy://" + endpoint.url, endpoint.source).host
        return Localhost.defaultScheme(host) + "://" + endpoint.url
    }

    private func url(_ text: String, _ source: SourcePosition?) throws(PullConfigurationError) -> GoURL {
        do throws(GoURL.ParseError) { return try GoURL(text) } catch {
            throw PullConfigurationError("parse endpoint url: " + error.description, file: source?.file)
        }
    }

    // MARK: TLS

    private func tls(
        _ url: GoURL,
        _ entry: RegistryConfig.Endpoint,
        _ host: String,
        _ files: any NodeFiles,
        _ checked: inout Set<String>
    ) throws(PullConfigurationError) -> RegistryEndpoint.TLS {
        guard rules.readsLegacyTLS, let tls = config.configs[url.host]?.tls else {
            let isLocal = Localhost.isLocalhost(host) && url.scheme == "http"
            return RegistryEndpoint.TLS(skipVerify: isLocal ? true : nil)
        }
        do throws(PullConfigurationError) {
            if checked.insert(url.host).inserted { try check(tls, files) }
        } catch {
            let text = "get TLSConfig for registry \(GoText.quoted(entry.url)): \(error.text)"
            throw PullConfigurationError(text, file: error.file, isOurLimit: error.isOurLimit)
        }
        let pair = RegistryEndpoint.ClientPair(certificate: tls.certFile, key: tls.keyFile)
        return RegistryEndpoint.TLS(
            caFiles: tls.caFile.isEmpty ? nil : [tls.caFile],
            clientPairs: tls.certFile.isEmpty ? nil : [pair],
            skipVerify: tls.insecureSkipVerify,
            source: tls.source
        )
    }

    /// `getTLSConfig`; a CA file without certificates in it is accepted in silence.
    private func check(_ tls: RegistryConfig.TLS, _ files: any NodeFiles) throws(PullConfigurationError) {
        let certificate = GoText.quoted(tls.certFile)
        let key = GoText.quoted(tls.keyFile)
        if !tls.certFile.isEmpty, tls.keyFile.isEmpty {
            throw PullConfigurationError(
                "cert file \(certificate) was specified, but no corresponding key file was specified"
            )
        }
        if tls.certFile.isEmpty, !tls.keyFile.isEmpty {
            throw PullConfigurationError(
                "key file \(key) was specified, but no corresponding cert file was specified"
            )
        }
        if !tls.certFile.isEmpty {
            let certificate = try read(tls.certFile, files, "failed to load cert file")
            let key = try read(tls.keyFile, files, "failed to load cert file")
            if let text = PEM.keyPairError(certificate: certificate, key: key) {
                throw PullConfigurationError("failed to load cert file: " + text, file: tls.certFile)
            }
        }
        if !tls.caFile.isEmpty { _ = try read(tls.caFile, files, "failed to load CA file") }
    }

    private func read(_ path: String, _ files: any NodeFiles, _ what: String) throws(PullConfigurationError) -> [UInt8]
    {
        do throws(NodeFileError) { return try files.read(path) } catch {
            let operation = error == .isDirectory ? "read" : "open"
            throw PullConfigurationError(
                "\(what): \(operation) \(path): \(error)",
                file: path,
                isOurLimit: error.isOurLimit
            )
        }
    }
}
