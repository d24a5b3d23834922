import TOML
import Texts

/// The registry part of `/etc/containerd/config.toml` on nodes up to GDC 1.33 (containerd 1.x, config version 2).
///
///     [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
///       endpoint = ["https://172.18.0.20:5000"]
///
/// An endpoint's path is used as it stands by containerd, so a namespace needs its `/v2` here.
///
/// - SeeAlso: containerd `pkg/cri/server/image_pull.go`, `registryHosts`
package struct ContainerdConfigTOML: OutputFormat {
    package let id = "containerd-config"
    package let place: MirrorPlace? = nil
    package let form: NodeFileForm? = .configTOML
    package let tab: String? = NodeFileForm.configTOML.rawValue
    private let registry = "plugins.\"io.containerd.grpc.v1.cri\".registry"

    package init() {}

    package func render(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        var lines = ["version = 2", "", "[\(registry)]"]
        let withCA = uniqueByAddress(configuration.mirrors.filter { $0.caCert != nil })
        if !withCA.isEmpty {
            lines.append("  [\(registry).configs]")
            for mirror in withCA {
                lines.append("    [\(registry).configs.\(TOMLText.basicString(mirror.endpoint.hostAndPort)).tls]")
                lines.append("      ca_file = \(TOMLText.basicString(NodePaths.caFile(of: mirror.endpoint)))")
            }
        }
        lines.append("  [\(registry).mirrors]")
        for (host, mirrors) in configuration.mirrorsByHost {
            lines.append("    [\(registry).mirrors.\(TOMLText.basicString(host.name))]")
            lines.append("      endpoint = \(TOMLText.array(mirrors.map(\.endpoint.url)))")
        }
        var inferred = [Phrase("inferred.hostsAsMirrors")]
        if configuration.mirrors.contains(where: { $0.pullCredential != nil }) {
            inferred.append(Phrase("inferred.credentials"))
        }
        return [
            RenderedFile(
                path: NodePaths.containerdConfig,
                text: lines.joined(separator: "\n") + "\n",
                inferred: inferred
            )
        ]
    }

    /// Two namespaces of one registry share its `configs` table.
    private func uniqueByAddress(_ mirrors: [RegistryMirror]) -> [RegistryMirror] {
        var seen: Set<String> = []
        return mirrors.filter { seen.insert($0.endpoint.hostAndPort).inserted }
    }
}
