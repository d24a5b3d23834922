import Containerd
import Texts

/// A registry whose images are mirrored, as containerd looks it up: `NAME[:PORT]`; containerd calls it the host namespace.
///
/// There is none that no image can name, and each is the name of one folder: what is no `RegistryHost` never becomes part
/// of a path.
package struct RegistryHost: Equatable, Hashable, Sendable {
    package let name: String

    private init(known name: String) { self.name = name }

    /// - Parameter rules: of the containerd that looks it up; they differ in IPv6 addresses.
    package init?(_ name: String, rules: ContainerdRules = Self.usualRules) {
        guard Self.problem(in: name, rules: rules) == nil else { return nil }
        self.name = name
    }

    /// GDC mirrors this one whether it is listed or not.
    package static let alwaysMirrored = RegistryHost(known: "gcr.io")

    /// Docker Hub answers at another name than its images carry.
    package var upstreamHost: String { name == "docker.io" ? "registry-1.docker.io" : name }

    package var upstreamURL: String { "https://\(upstreamHost)" }

    /// The public registries that a cluster's images usually come from, in the order the checklist shows them.
    package static let usual: [RegistryHost] = [
        "docker.io", "registry.k8s.io", "k8s.gcr.io", "us-docker.pkg.dev", "quay.io", "ghcr.io", "public.ecr.aws",
        "mcr.microsoft.com", "nvcr.io",
    ].map(RegistryHost.init(known:))
}

extension RegistryHost {
    /// Why a text is no registry host.
    package enum Problem: String, Equatable, Sendable, CaseIterable {
        case empty, control, blank, scheme, path, dots, pattern, tooLong, dockerHub
        /// Without a dot, a port or `localhost` it is the first part of a name on Docker Hub.
        case hubPath
        /// Looked up for images that spell it so, and images spell theirs in lower case.
        case upperCase
        case notAHost

        package func phrase(_ text: String) -> Phrase {
            Phrase("hostKey.\(rawValue)", ["key": text, "fixed": text.lowercased()])
        }
    }

    package static let usualRules = ContainerdVersion(2, 0, 11).rules
    /// Bytes that a Linux file name can have.
    private static let longestName = 255

    package static func problem(in text: String, rules: ContainerdRules = usualRules) -> Problem? {
        let scalars = text.unicodeScalars
        if scalars.isEmpty { return .empty }
        if scalars.contains(where: { $0.properties.generalCategory == .control }) { return .control }
        if scalars.contains(where: \.properties.isWhitespace) { return .blank }
        if text.range(ofText: "://") != nil { return .scheme }
        if scalars.contains("/") || scalars.contains("\\") { return .path }
        if scalars.allSatisfy({ $0 == "." }) { return .dots }
        if scalars.contains("*") { return .pattern }
        if text.utf8.count > longestName { return .tooLong }
        if text == "index.docker.io" { return .dockerHub }
        // What decides is which images name it.
        let lower = text.lowercased()
        guard let host = try? ImageReference(lower + "/a/b:1", rules: rules).registryHost else { return .notAHost }
        if host != lower { return .hubPath }
        return lower.utf8.elementsEqual(text.utf8) ? nil : .upperCase
    }
}
