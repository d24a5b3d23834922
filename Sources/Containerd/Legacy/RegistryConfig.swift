/// The `registry` table of CRI: where mirrors, credentials and `config_path` stand.
///
/// Source: `Registry` in `pkg/cri/config/config.go` (1.x), `internal/cri/config/config.go` (2.x).
package struct RegistryConfig: Equatable, Sendable {
    package struct Mirror: Equatable, Sendable {
        package var endpoints: [Endpoint]
        package var source: SourcePosition?

        package init(endpoints: [Endpoint], source: SourcePosition? = nil) {
            self.endpoints = endpoints
            self.source = source
        }
    }

    package struct Endpoint: Equatable, Sendable {
        package let url: String
        package let source: SourcePosition?

        package init(_ url: String, source: SourcePosition? = nil) {
            self.url = url
            self.source = source
        }
    }

    /// `configs."HOST"`
    package struct HostConfig: Equatable, Sendable {
        package var tls: TLS?
        package var auth: RegistryAuth?

        package init(tls: TLS? = nil, auth: RegistryAuth? = nil) {
            self.tls = tls
            self.auth = auth
        }
    }

    package struct TLS: Equatable, Sendable {
        package var insecureSkipVerify = false
        package var caFile = ""
        package var certFile = ""
        package var keyFile = ""
        package var source: SourcePosition?

        package init() {}
    }

    package var configPath = ""
    package var configPathSource: SourcePosition?
    package var mirrors: [String: Mirror] = [:]
    package var configs: [String: HostConfig] = [:]
    /// Deprecated; folded into `configs` when the plugin starts.
    package var auths: [String: RegistryAuth] = [:]
    package var headers: [HTTPField] = []
    /// Names whose list of values is empty.
    package var emptyHeaders: [String] = []

    package init() {}
}
