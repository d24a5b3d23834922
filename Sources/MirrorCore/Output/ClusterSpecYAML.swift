/// The spec form of an existing user cluster: Secret references instead of paths.
///
///     spec:
///       nodeConfig:
///         registryMirrors:
///         - endpoint: https://172.18.0.20:5000
///           caCertSecretRef:
///             name: ca-9dd74fd3
///             namespace: anthos-creds
package struct ClusterSpecYAML: OutputFormat {
    package let id = "spec"
    package let place: MirrorPlace? = .spec

    package init() {}

    package func render(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        let items = configuration.mirrors.flatMap(lines(for:)).map { "    " + $0 }
        let lines = ["spec:", "  nodeConfig:", "    registryMirrors:"] + items
        return [RenderedFile(path: "spec.yaml", text: lines.joined(separator: "\n") + "\n")]
    }

    /// One item of the list, not indented: the first line begins with `- `.
    package func lines(for mirror: RegistryMirror) -> [String] {
        var fields = ["endpoint: \(YAMLText.scalar(mirror.endpoint.url))"]
        if case .secret(let secret) = mirror.caCert { fields += reference("caCertSecretRef", secret) }
        if case .secret(let secret) = mirror.pullCredential { fields += reference("pullCredentialSecretRef", secret) }
        return yamlItem(fields + yamlHosts(mirror))
    }

    private func reference(_ key: String, _ secret: SecretReference) -> [String] {
        [
            "\(key):", "  name: \(YAMLText.scalar(secret.name))",
            "  namespace: \(YAMLText.scalar(secret.namespace))",
        ]
    }
}
