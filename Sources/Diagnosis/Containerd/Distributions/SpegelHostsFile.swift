import GoData

/// The `hosts.toml` files that spegel writes.
///
/// Source: spegel `pkg/oci/containerd/mirror.go`.
package enum SpegelHostsFile {
    /// By path below `config_path`.
    package static func files(registries: [String], targets: [String], resolvesTags: Bool) -> [String: String] {
        let capabilities = resolvesTags ? "['pull', 'resolve']" : "['pull']"
        let hosts = targets.map { "[host.'\($0)']\ncapabilities = \(capabilities)\ndial_timeout = '200ms'" }
        guard !registries.isEmpty else { return ["_default/hosts.toml": hosts.joined(separator: "\n\n")] }
        return registries.reduce(into: [:]) { files, registry in
            guard let url = try? GoURL(registry) else { return }
            let server = url.host == "docker.io" ? "https://registry-1.docker.io" : registry
            files["\(url.host)/hosts.toml"] = (["server = '\(server)'"] + hosts).joined(separator: "\n\n")
        }
    }
}
