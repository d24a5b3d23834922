/// The `registry` table of CRI: where mirrors, credentials and `config_path` stand.
///
/// Source: `Registry` in `pkg/cri/config/config.go` (1.x), `internal/cri/config/config.go` (2.x).
package struct RegistryConfig: Equatable, Sendable {
    package struct Mirror: Equatable, Sendable {
        package var endpoints: [Endpoint]
        package var source: SourcePlace?

        package init(endpoints: [Endpoint], source: SourcePlace? = nil) {
            self.endpoints = endpoints
            self.source = source
        }
    }

    package struct Endpoint: Equatable, Sendable {
        package let url: String
        package let source: SourcePlace?

        package init(_ url: String, source: SourcePlace? = nil) {
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
        package var source: SourcePlace?

        package init() {}
    }

    package var configPath = ""
    package var configPathSource: SourcePlace?
    package var mirrors: [String: Mirror] = [:]
    package var configs: [String: HostConfig] = [:]
    /// Deprecated; folded into `configs` when the plugin starts.
    package var auths: [String: RegistryAuth] = [:]
    package var headers: [HTTPField] = []
    /// Names whose list of values is empty.
    package var emptyHeaders: [String] = []

    package init() {}
}
