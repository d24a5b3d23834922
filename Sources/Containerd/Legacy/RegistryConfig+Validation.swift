import GoData

extension RegistryConfig {
    /// What the plugin warns of: the ids after `io.containerd.deprecation/`.
    package enum Deprecation: String, Sendable, CaseIterable {
        case auths = "cri-registry-auths"
        case configs = "cri-registry-configs"
        case mirrors = "cri-registry-mirrors"
    }

    /// The plugin does not start; `text` is its own.
    package struct ValidationError: Error, Equatable, Sendable {
        package let text: String
        package let source: SourcePosition?
    }

    /// `ValidatePluginConfig` (1.x), `ValidateImageConfig` (2.x): checks, and folds `auths` into `configs`.
    package mutating func validate(rules: ContainerdRules) throws(ValidationError) -> [Deprecation] {
        var warnings: [Deprecation] = []
        if !mirrors.isEmpty {
            guard configPath.isEmpty else {
                throw ValidationError(
                    text: "`mirrors` cannot be set when `config_path` is provided",
                    source: configPathSource
                )
            }
            warnings.append(.mirrors)
        }
        if rules.readsLegacyTLS, !configPath.isEmpty, let tls = configs.values.compactMap(\.tls).first {
            throw ValidationError(
                text: "`configs.tls` cannot be set when `config_path` is provided",
                source: tls.source
            )
        }
        if !configs.isEmpty { warnings.append(.configs) }
        if !auths.isEmpty {
            for (key, auth) in auths.sorted(by: { $0.key < $1.key }) {
                configs[try Self.host(ofAuthsKey: key, auth.source), default: HostConfig()].auth = auth
            }
            warnings.append(.auths)
        }
        return warnings.sorted { $0.rawValue < $1.rawValue }
    }

    /// `reg.local:5000` reads as the scheme `reg.local`, and its host is empty.
    private static func host(ofAuthsKey key: String, _ source: SourcePosition?) throws(ValidationError) -> String {
        do throws(GoURL.ParseError) {
            let url = try GoURL(key)
            return url.scheme.isEmpty ? key : url.host
        } catch {
            let text = "failed to parse registry url \(GoText.quoted(key)) from `registry.auths`: \(error.description)"
            throw ValidationError(text: text, source: source)
        }
    }

    /// These settings are not known to the transfer service: CRI pulls without it.
    package var fallsBackToLocalPull: Bool { !mirrors.isEmpty || !configs.isEmpty || !auths.isEmpty }
}
