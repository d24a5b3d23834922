import Containerd
import MirrorCore
import TOML

/// What nodes would ask for mirrors that are not written yet: the engine over the files that would result.
package enum PullPreview {
    /// One plan for each image that is a reference; none when containerd would not start with the files.
    package static func plans(_ configuration: MirrorConfiguration, images: [String], on line: NodeLine) -> [PullPlan] {
        guard var explainer = explainer(configuration, on: line) else { return [] }
        return images.compactMap { try? explainer.explain($0) }
    }

    /// The engine over the files that would result; `nil` when containerd would not start with them.
    ///
    /// - Parameter ca: the mirror's CA as it would lie on a node, PEM. Whom a node asks does not hang on it: without it the
    ///   mirror is taken for one that has none.
    package static func explainer(
        _ configuration: MirrorConfiguration,
        on line: NodeLine,
        ca: (MirrorEndpoint) -> [UInt8]? = { _ in nil }
    ) -> PullExplainer? {
        var certificates: [String: [UInt8]] = [:]
        let mirrors = configuration.mirrors.map { mirror in
            let bytes = ca(mirror.endpoint)
            if let bytes { certificates[NodePaths.caFile(of: mirror.endpoint)] = bytes }
            return RegistryMirror(
                endpoint: mirror.endpoint,
                hosts: mirror.hosts,
                caCert: bytes == nil ? nil : mirror.caCert ?? .file(NodePaths.caFile(of: mirror.endpoint)),
                pullCredential: nil
            )
        }
        let rendered = line.files(MirrorConfiguration(mirrors: mirrors))
        var files = Dictionary(rendered.map { ($0.path, $0.text) }) { first, _ in first }
        switch line.form {
        case .hostsTOML: files[NodePaths.containerdConfig] = configPathTable
        case .configTOML where files.isEmpty: files[NodePaths.containerdConfig] = "version = 2\n"
        case .configTOML: break
        }
        var tree = NodeTree(files)
        // A node has the folder, whether there is a mirror in it or not.
        tree.add(NodePaths.certsD, .directory)
        for (path, bytes) in certificates { tree.add(path, .file(bytes)) }
        return try? PullExplainer(version: line.containerdVersion, files: tree)
    }

    /// The address that an endpoint leads to exactly as it is typed, good or bad; `nil` when containerd refuses it.
    package static func manifestURL(endpoint: String, image: String, on line: NodeLine) -> String? {
        guard let host = try? ImageReference(image, rules: line.containerdVersion.rules).registryHost else {
            return nil
        }
        let files: [String: String]
        switch line.form {
        case .configTOML:
            let table = "plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\(TOMLText.basicString(host))"
            files = [
                NodePaths.containerdConfig:
                    "version = 2\n[\(table)]\n  endpoint = \(TOMLText.array([endpoint]))\n"
            ]
        case .hostsTOML:
            files = [
                NodePaths.containerdConfig: configPathTable,
                "\(NodePaths.certsD)/\(host)/hosts.toml": "[host.\(TOMLText.basicString(endpoint))]\n",
            ]
        }
        guard let attempt = plans(files, [image], line).first?.resolving.first, !attempt.isUpstream else { return nil }
        return attempt.resolveURL
    }

    private static let configPathTable =
        "version = 3\n[plugins.\"io.containerd.cri.v1.images\".registry]\n  config_path = \"\(NodePaths.certsD)\"\n"

    private static func plans(_ files: [String: String], _ images: [String], _ line: NodeLine) -> [PullPlan] {
        guard var explainer = try? PullExplainer(version: line.containerdVersion, files: NodeTree(files)) else {
            return []
        }
        return images.compactMap { try? explainer.explain($0) }
    }
}
