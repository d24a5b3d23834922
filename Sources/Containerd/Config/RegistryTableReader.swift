import Secrets

/// Decodes the `registry` table of CRI.
struct RegistryTableReader {
    let rules: ContainerdRules
    let plugin: String
    private(set) var warnings: [ContainerdConfigWarning] = []

    init(rules: ContainerdRules, plugin: String) {
        self.rules = rules
        self.plugin = plugin
    }

    /// - Parameter emptyMeansUnset: the table was migrated, and an empty `config_path` lost on the way.
    mutating func read(_ images: ConfigTable, emptyMeansUnset: Bool) throws(ContainerdConfigError) -> RegistryConfig {
        var config = RegistryConfig()
        let table = try self.table("registry", in: images) ?? ConfigTable()
        if let path = try string("config_path", in: table) {
            config.configPath = path.text
            config.configPathSource = path.source
        }
        let isUnset = config.configPathSource == nil || config.configPath.isEmpty && emptyMeansUnset
        if isUnset, rules.defaultConfigPath == .inDefaults { config.configPath = ContainerdConfig.defaultConfigPath }
        for (host, node) in try self.table("mirrors", in: table)?.entries ?? [] {
            config.mirrors[host] = try mirror(node, host)
        }
        for (host, node) in try self.table("configs", in: table)?.entries ?? [] {
            config.configs[host] = try hostConfig(node, host)
        }
        for (host, node) in try self.table("auths", in: table)?.entries ?? [] {
            config.auths[host] = try auth(node, host)
        }
        for (name, node) in try self.table("headers", in: table)?.entries ?? [] {
            guard let values = node.strings else { throw wrongType(node, name, "array of strings") }
            config.headers += values.map { HTTPField(name, $0) }
            if values.isEmpty { config.emptyHeaders.append(name) }
        }
        // Only 2.x says what it does not know.
        if rules.deepMergesImports {
            warnings += KnownKeys.registry.unknown(in: table, at: ["registry"]).map { key, source in
                .unknownPluginKey(key, plugin: plugin, source: source)
            }
        }
        return config
    }

    private func mirror(_ node: ConfigItem, _ host: String) throws(ContainerdConfigError)
        -> RegistryConfig.Mirror
    {
        guard let table = node.table else { throw wrongType(node, host, "table") }
        guard let list = find("endpoint", in: table) else {
            return RegistryConfig.Mirror(endpoints: [], source: node.source)
        }
        guard list.strings != nil, let items = list.array else { throw wrongType(list, "endpoint", "array of strings") }
        let endpoints = items.map { RegistryConfig.Endpoint($0.string ?? "", source: $0.source) }
        return RegistryConfig.Mirror(endpoints: endpoints, source: node.source)
    }

    private func hostConfig(
        _ node: ConfigItem,
        _ host: String
    ) throws(ContainerdConfigError) -> RegistryConfig.HostConfig {
        guard let table = node.table else { throw wrongType(node, host, "table") }
        var config = RegistryConfig.HostConfig()
        if let node = find("auth", in: table) { config.auth = try auth(node, "auth") }
        if rules.readsLegacyTLS, let node = find("tls", in: table) {
            guard let table = node.table else { throw wrongType(node, "tls", "table") }
            var tls = RegistryConfig.TLS()
            tls.insecureSkipVerify = try boolean("insecure_skip_verify", in: table)
            tls.caFile = try string("ca_file", in: table)?.text ?? ""
            tls.certFile = try string("cert_file", in: table)?.text ?? ""
            tls.keyFile = try string("key_file", in: table)?.text ?? ""
            tls.source = node.source
            config.tls = tls
        }
        return config
    }

    private func auth(_ node: ConfigItem, _ key: String) throws(ContainerdConfigError) -> RegistryAuth {
        guard let table = node.table else { throw wrongType(node, key, "table") }
        var auth = RegistryAuth()
        auth.username = try string("username", in: table)?.text ?? ""
        auth.password = Secret(try string("password", in: table)?.text ?? "")
        auth.auth = Secret(try string("auth", in: table)?.text ?? "")
        auth.identityToken = Secret(try string("identitytoken", in: table)?.text ?? "")
        auth.source = node.source
        return auth
    }

    // MARK: Keys

    private func find(_ key: String, in table: ConfigTable) -> ConfigItem? { table.field(key, rules) }

    private func table(_ key: String, in table: ConfigTable) throws(ContainerdConfigError) -> ConfigTable? {
        guard let node = find(key, in: table) else { return nil }
        guard let found = node.table else { throw wrongType(node, key, "table") }
        return found
    }

    private func string(
        _ key: String,
        in table: ConfigTable
    ) throws(ContainerdConfigError) -> (text: String, source: SourcePosition)? {
        guard let node = find(key, in: table) else { return nil }
        guard let text = node.string else { throw wrongType(node, key, "string") }
        return (text, node.source)
    }

    private func boolean(_ key: String, in table: ConfigTable) throws(ContainerdConfigError) -> Bool {
        guard let node = find(key, in: table) else { return false }
        guard let flag = node.boolean else { throw wrongType(node, key, "boolean") }
        return flag
    }

    private func wrongType(_ node: ConfigItem, _ key: String, _ expected: String) -> ContainerdConfigError {
        .wrongType(key: key, expected: expected, found: node.typeName, source: node.source)
    }
}
