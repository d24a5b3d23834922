import Containerd

/// An image reference as typed, cut into what the mirror is asked for, by containerd's own reading of it.
package struct ProbeImage: Equatable, Sendable {
    /// `anthos-baremetal-release/pause`: the mirror sees the path without the registry host.
    package let repository: String
    /// `gcr.io`
    package let registryHost: String
    /// A tag, or `sha256:…`.
    package let reference: String

    /// `nil` when it is not a reference.
    package init?(_ text: String) {
        guard text.utf8.count <= 512, let rules = ContainerdVersion.checked.last?.rules,
            let image = try? ImageReference(text, rules: rules)
        else { return nil }
        repository = image.repository
        registryHost = image.registryHost
        reference = image.object.hasPrefix("@") ? String(image.object.dropFirst()) : image.object
    }

    /// `NAMESPACE/REPOSITORY`
    package func path(below mirrorNamespace: String?) -> String {
        mirrorNamespace.map { "\($0)/\(repository)" } ?? repository
    }

    /// The separator before `reference`.
    package var separator: String { reference.contains(":") ? "@" : ":" }
}
