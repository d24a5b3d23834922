/// The header form, which only bmctl reads: paths on the admin workstation.
///
///     registryMirrors:
///     - endpoint: https://172.18.0.20:5000
///       caCertPath: /root/ca.crt
///       hosts:
///       - docker.io
package struct ClusterHeaderYAML: OutputFormat {
    package let id = "header"
    package let place: MirrorPlace? = .header

    package init() {}

    package func render(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        let lines = ["registryMirrors:"] + configuration.mirrors.flatMap(lines(for:))
        return [RenderedFile(path: "header.yaml", text: lines.joined(separator: "\n") + "\n")]
    }

    /// One item of the list, not indented: the first line begins with `- `.
    package func lines(for mirror: RegistryMirror) -> [String] {
        var fields = ["endpoint: \(YAMLText.scalar(mirror.endpoint.url))"]
        if case .file(let path) = mirror.caCert { fields.append("caCertPath: \(YAMLText.scalar(path))") }
        if case .file(let path) = mirror.pullCredential {
            fields.append("pullCredentialConfigPath: \(YAMLText.scalar(path))")
        }
        return yamlItem(fields + yamlHosts(mirror))
    }
}

/// The `hosts:` key of a mirror, absent when only `gcr.io` is mirrored.
func yamlHosts(_ mirror: RegistryMirror) -> [String] {
    mirror.hosts.isEmpty ? [] : ["hosts:"] + mirror.hosts.map { "- \(YAMLText.scalar($0.name))" }
}

/// Lines of a mapping made into one item of a sequence.
func yamlItem(_ fields: [String]) -> [String] {
    fields.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
}
