import Containerd
import GoData

extension MirrorEndpoint {
    /// The mirror behind an attempt; `nil` when its path is none that a mirror can have.
    package init?(_ endpoint: RegistryEndpoint) {
        guard let scheme = Scheme(rawValue: endpoint.scheme) else { return nil }
        let path = GoPath.clean(endpoint.path)
        guard path == "/v2" || path.hasPrefix("/v2/") else { return nil }
        let parts = GoText.splitHostPort(endpoint.host)
        let name = parts?.host ?? endpoint.host
        let port = parts.flatMap { Int($0.port) }
        guard parts == nil || port != nil, !name.isEmpty else { return nil }
        self.init(
            scheme: scheme,
            host: name.contains(":") && !name.hasPrefix("[") ? "[\(name)]" : name,
            port: port,
            mirrorNamespace: path == "/v2" ? nil : String(path.dropFirst(4))
        )
    }
}
