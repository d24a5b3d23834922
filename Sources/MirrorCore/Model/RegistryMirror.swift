/// A validated registry mirror. Only `Validation/` makes one.
package struct RegistryMirror: Equatable, Sendable {
    package let endpoint: MirrorEndpoint
    /// As listed, without `gcr.io` unless the operator listed it.
    package let hosts: [RegistryHost]
    package let caCert: MaterialSource?
    package let pullCredential: MaterialSource?

    package init(
        endpoint: MirrorEndpoint,
        hosts: [RegistryHost],
        caCert: MaterialSource?,
        pullCredential: MaterialSource?
    ) {
        self.endpoint = endpoint
        self.hosts = hosts
        self.caCert = caCert
        self.pullCredential = pullCredential
    }
}

/// Where a CA or a credential comes from: the reason why GDC has two YAML spellings.
package enum MaterialSource: Equatable, Sendable {
    /// A path on the admin workstation (cluster header).
    case file(String)
    /// A Secret in the managing cluster (`spec.nodeConfig`).
    case secret(SecretReference)
}

/// `NAMESPACE/NAME` of a Kubernetes Secret.
package struct SecretReference: Equatable, Hashable, Sendable, CustomStringConvertible {
    package let namespace: String
    package let name: String

    package init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    package var description: String { "\(namespace)/\(name)" }
}
