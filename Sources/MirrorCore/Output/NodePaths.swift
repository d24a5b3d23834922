/// Where things lie on a node.
package enum NodePaths {
    package static let containerdConfig = "/etc/containerd/config.toml"
    package static let certsD = "/etc/containerd/certs.d"

    /// The vendor's excerpt shows a mirror's CA at this place; that holds for config.toml.
    package static func caFile(of endpoint: MirrorEndpoint) -> String { "\(certsD)/\(endpoint.hostAndPort)/ca.crt" }

    package static func hostsTOML(of host: RegistryHost) -> String { "\(certsD)/\(host.name)/hosts.toml" }

    /// Of every registry host that has no folder of its own.
    package static let defaultHostsTOML = "\(certsD)/_default/hosts.toml"
}
