/// An image as kubelet, crictl and CRI understand its name: `ParseDockerRef`, then containerd's `reference.Parse`.
package struct ImageReference: Equatable, Sendable {
    /// `docker.io/library/nginx:1.25`
    package let normalized: String
    package let spec: ReferenceSpec

    /// A tag is dropped where there is a digest; `latest` is added where there is neither.
    package init(_ image: String, rules: ContainerdRules) throws(ImageReferenceError) {
        let named = try NamedReference(normalizing: image, rules: rules)
        let suffix =
            !named.digest.isEmpty ? "@" + named.digest : ":" + (named.tag.isEmpty ? "latest" : named.tag)
        normalized = named.name + suffix
        spec = try ReferenceSpec(normalized)
    }

    /// The registry host: containerd calls it the host namespace.
    package var registryHost: String { spec.hostname }
    package var repository: String { spec.repository }
    /// A tag, or `@sha256:…`.
    package var object: String { spec.object }
}
