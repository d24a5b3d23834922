/// A public registry that is mirrored; containerd calls it the host namespace.
package struct RegistryHost: Equatable, Hashable, Sendable {
    /// `NAME[:PORT]`, case kept: containerd never folds it.
    package let name: String

    package init(_ name: String) { self.name = name }

    /// GDC mirrors this one whether it is listed or not.
    package static let alwaysMirrored = RegistryHost("gcr.io")

    /// Docker Hub answers at another name than its images carry.
    package var upstreamHost: String { name == "docker.io" ? "registry-1.docker.io" : name }

    package var upstreamURL: String { "https://\(upstreamHost)" }

    /// The public registries that a cluster's images usually come from, in the order the checklist shows them.
    package static let usual: [RegistryHost] = [
        "docker.io", "registry.k8s.io", "k8s.gcr.io", "us-docker.pkg.dev", "quay.io", "ghcr.io", "public.ecr.aws",
        "mcr.microsoft.com", "nvcr.io",
    ].map(RegistryHost.init)
}
