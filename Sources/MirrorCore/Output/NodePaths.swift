/// Where things lie on a node.
enum NodePaths {
    static let containerdConfig = "/etc/containerd/config.toml"
    static let certsD = "/etc/containerd/certs.d"

    /// The vendor's excerpt shows a mirror's CA at this place; that holds for config.toml.
    static func caFile(of endpoint: MirrorEndpoint) -> String { "\(certsD)/\(endpoint.hostAndPort)/ca.crt" }

    static func hostsTOML(of host: RegistryHost) -> String { "\(certsD)/\(host.name)/hosts.toml" }

    /// Of every registry host that has no folder of its own.
    static let defaultHostsTOML = "\(certsD)/_default/hosts.toml"
}
