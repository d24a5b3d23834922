import TOML
import Texts

/// The `hosts.toml` files that make containerd 2.x pull through the mirrors (GDC 1.34 and later).
///
///     server = "https://gcr.io"
///
///     [host."https://172.18.0.20:5000/v2/mirror"]
///       capabilities = ["pull", "resolve"]
///       override_path = true
///
/// One folder per registry host below `config_path`; mirrors in order, the upstream last. `override_path` stands
/// exactly where the endpoint has a namespace: without it containerd appends `/v2` to any path that does not end in it.
/// `push` is never granted: a mirror is not where images are published.
///
/// - SeeAlso: containerd `core/remotes/docker/config/hosts.go`, `parseHostConfig`
package struct HostsTOML: OutputFormat {
    package let id = "hosts-toml"
    package let place: MirrorPlace? = nil
    package let form: NodeFileForm? = .hostsTOML
    package let tab: String? = NodeFileForm.hostsTOML.rawValue

    package init() {}

    package func render(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        configuration.mirrorsByHost.map { host, mirrors in
            var lines = ["server = \(TOMLText.basicString(host.upstreamURL))"]
            for mirror in mirrors {
                lines += ["", "[host.\(TOMLText.basicString(mirror.endpoint.url))]"]
                lines.append("  capabilities = [\"pull\", \"resolve\"]")
                if mirror.caCert != nil {
                    lines.append("  ca = \(TOMLText.basicString(NodePaths.caFile(of: mirror.endpoint)))")
                }
                if mirror.endpoint.mirrorNamespace != nil { lines.append("  override_path = true") }
            }
            var inferred = [Phrase("inferred.hostsTOML")]
            if mirrors.contains(where: { $0.caCert != nil }) { inferred.append(Phrase("inferred.caPlace")) }
            if mirrors.contains(where: { $0.pullCredential != nil }) {
                inferred.append(Phrase("inferred.credentials"))
            }
            return RenderedFile(
                path: NodePaths.hostsTOML(of: host),
                text: lines.joined(separator: "\n") + "\n",
                inferred: inferred
            )
        }
    }
}
