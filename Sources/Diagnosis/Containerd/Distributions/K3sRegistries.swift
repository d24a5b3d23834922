import Containerd
import GoData
import MirrorCore

/// k3s' and rke2's `registries.yaml`, and the hosts they make of it below `agent/etc/containerd/certs.d`.
///
/// Source: k3s `pkg/agent/containerd/config.go`.
package struct K3sRegistries: Equatable, Sendable {
    package struct Endpoint: Equatable, Sendable {
        package let url: String
        package let overridesPath: Bool
        /// Has an entry under `configs`, its own or that of `*`.
        package let config: Config?
    }

    package struct Config: Equatable, Sendable {
        package let hasAuth: Bool
        package let username: String
        /// `nil` without a `tls` table.
        package let insecureSkipVerify: Bool?
    }

    package struct Host: Equatable, Sendable {
        /// The `server` line; empty for none, `nil` when the upstream is left out.
        package var server: String?
        package var serverConfig: Config?
        package var endpoints: [Endpoint] = []
    }

    /// By directory name; `_default` for `*`.
    package private(set) var hosts: [String: Host] = [:]

    /// - Parameter dropsUpstream: `--disable-default-registry-endpoint`.
    package init(yaml: [UInt8], dropsUpstream: Bool = false) throws(YAMLError) {
        let root = try readYAML(yaml).first?.root
        var configs: [String: Config] = [:]
        for entry in root?["configs"]?.entries ?? [] { configs[entry.key] = Self.config(entry.value) }
        for (name, config) in configs {
            var host = Host(serverConfig: config)
            if name != "*" { host.server = Self.normalized(name)?.url }
            hosts[Self.directory(name)] = host
        }
        for entry in root?["mirrors"]?.entries ?? [] {
            add(entry.key, entry.value, configs: configs, dropsUpstream: dropsUpstream)
        }
        hosts = hosts.filter { !$0.value.endpoints.isEmpty || $0.value.serverConfig != nil }
    }

    private mutating func add(_ name: String, _ mirror: YAMLNode, configs: [String: Config], dropsUpstream: Bool) {
        var host =
            hosts[Self.directory(name)]
            ?? Host(
                server: dropsUpstream ? nil : name == "*" ? "" : Self.normalized(name)?.url,
                serverConfig: configs[name] ?? configs["*"]
            )
        let urls = mirror["endpoint"]?.items?.compactMap(\.text) ?? []
        var seen: Set<String> = []
        for (index, text) in urls.enumerated() {
            guard let (address, url, overridesPath) = Self.normalized(text), seen.insert(url).inserted else { continue }
            if index == urls.count - 1, url == host.server {
                host.serverConfig = configs[address] ?? configs["*"] ?? host.serverConfig
            } else {
                let config = configs[address] ?? configs["*"]
                host.endpoints.append(Endpoint(url: url, overridesPath: overridesPath, config: config))
            }
        }
        hosts[Self.directory(name)] = host
    }

    private static func directory(_ name: String) -> String { name == "*" ? "_default" : name }

    private static func config(_ node: YAMLNode) -> Config {
        let tls = node["tls"]
        let skips = tls?["insecure_skip_verify"]?.text.map { $0 == "true" } ?? false
        return Config(
            hasAuth: node["auth"]?.entries != nil,
            username: node["auth"]?["username"]?.text ?? "",
            insecureSkipVerify: tls?.entries == nil ? nil : skips
        )
    }

    /// `normalizeEndpointAddress`; `nil` for what is no URL.
    private static func normalized(_ text: String) -> (address: String, url: String, overridesPath: Bool)? {
        guard var url = try? GoURL(text.range(ofText: "://") == nil ? "//" + text : text) else { return nil }
        let address = url.host
        if url.scheme.isEmpty {
            let port = GoText.splitHostPort(url.host)?.port ?? ""
            let isPlain = Localhost.isLocalhost(url.host) && !port.isEmpty && port != "443"
            url.scheme = isPlain ? "http" : "https"
        }
        if url.host == "docker.io" { url.host = "registry-1.docker.io" }
        let overridesPath = !["", "/", "/v2"].contains(url.path)
        if !overridesPath { url.path = "/v2" }
        return (address, url.description, overridesPath)
    }
}
