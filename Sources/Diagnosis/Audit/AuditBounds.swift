import Containerd
import GoData
import MirrorCore

/// What lies inside, as far as a name says it.
package struct AuditBounds: Sendable {
    /// Where a host is.
    package enum Reach: String, Equatable, Sendable, CaseIterable {
        /// The node itself.
        case node
        /// One of the mirrors.
        case mirror
        /// An address that the Internet has no way to.
        case privateAddress
        /// The operator says so.
        case named
        case outside
    }

    private let mirrors: Set<String>
    private let named: Set<String>
    /// What a node calls itself is this machine.
    private let isThisNode: Bool

    /// - Parameters:
    ///   - mirrors: `HOST[:PORT]`.
    ///   - named: the same; a host without a port stands for all of its ports.
    ///   - isThisNode: `false` for the files of another machine.
    package init(mirrors: [String] = [], named: [String] = [], isThisNode: Bool = true) {
        self.mirrors = Set(mirrors.map(Self.canonical))
        self.named = Set(named.map(Self.canonical))
        self.isThisNode = isThisNode
    }

    package func reach(of hostAndPort: String) -> Reach {
        let host = Self.canonical(hostAndPort)
        if Localhost.isLocalhost(hostAndPort) || (try? Localhost.matchLocalhost(hostAndPort)) == true {
            // A mirror on this machine is asked here, whatever it would be for a node.
            return mirrors.contains(host) ? .mirror : .node
        }
        let name = Self.name(of: host)
        if named.contains(host) || named.contains(name) { return .named }
        if isKnownPublic(name) { return .outside }
        if mirrors.contains(host) { return .mirror }
        return GoIP.isPrivate(name) ? .privateAddress : .outside
    }

    /// A mirror that the files name, or a place that it sends to: inside unless it is a registry that everybody knows.
    package func reach(ofMirror hostAndPort: String) -> Reach {
        let reach = reach(of: hostAndPort)
        if reach == .named { return .mirror }
        if reach == .node, !isThisNode { return .node }
        return isKnownPublic(Self.name(of: Self.canonical(hostAndPort))) ? .outside : .mirror
    }

    /// Registries that are on the Internet, whoever calls them a mirror.
    private func isKnownPublic(_ name: String) -> Bool {
        Self.publicNames.contains(name) || Self.publicDomains.contains { name.hasSuffix($0) }
    }

    private static let publicNames: Set<String> = Set(
        RegistryHost.usual.map(\.name) + [
            "gcr.io", "registry-1.docker.io", "index.docker.io", "auth.docker.io", "production.cloudflare.docker.com",
        ]
    )
    private static let publicDomains = [
        ".gcr.io", ".pkg.dev", ".docker.io", ".docker.com", ".quay.io", ".k8s.io", ".ecr.aws", ".googleapis.com",
        ".mcr.microsoft.com", ".ghcr.io",
    ]

    /// In lower case, without a port that goes without saying.
    private static func canonical(_ hostAndPort: String) -> String {
        let lower = hostAndPort.lowercased()
        return lower.hasSuffix(":443") ? String(lower.dropLast(4)) : lower
    }

    private static func name(of hostAndPort: String) -> String {
        let name = GoText.splitHostPort(hostAndPort)?.host ?? hostAndPort
        return name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
    }
}

extension GoIP {
    /// RFC 1918, RFC 6598, RFC 3927, and their likes of IPv6 (RFC 4193, RFC 4291).
    static func isPrivate(_ text: String) -> Bool {
        guard let address = parse(text) else { return false }
        guard address[..<10].allSatisfy({ $0 == 0 }), address[10] == 0xFF, address[11] == 0xFF else {
            return address[0] & 0xFE == 0xFC || address[0] == 0xFE && address[1] & 0xC0 == 0x80
        }
        switch (address[12], address[13]) {
        case (10, _), (172, 16...31), (192, 168), (100, 64...127), (169, 254): return true
        default: return false
        }
    }
}
