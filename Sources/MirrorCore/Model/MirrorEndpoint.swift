import GoData

/// Where a mirror answers: scheme, address, port and the namespace below `/v2`.
///
/// GDC spells it `https://HOST:PORT` or `https://HOST:PORT/v2/NAMESPACE`; `bmctl push images` spells the same place
/// `HOST:PORT/NAMESPACE`.
package struct MirrorEndpoint: Equatable, Hashable, Sendable, Codable {
    package enum Scheme: String, Sendable, CaseIterable, Codable {
        case https, http

        package var defaultPort: Int { self == .https ? 443 : 80 }
    }

    package let scheme: Scheme
    /// A name, an IPv4 address, or an IPv6 address in brackets.
    package let host: String
    /// As written; `nil` means the scheme's default.
    package let port: Int?
    /// `a` or `a/b`; `nil` for the registry's root.
    package let mirrorNamespace: String?

    package init(scheme: Scheme, host: String, port: Int? = nil, mirrorNamespace: String? = nil) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.mirrorNamespace = mirrorNamespace
    }

    /// `HOST:PORT` as written: containerd's key in `configs`, and a Docker config's key in `auths`.
    package var hostAndPort: String { port.map { "\(host):\($0)" } ?? host }

    package var effectivePort: Int { port ?? scheme.defaultPort }

    /// The host without IPv6 brackets, as a resolver wants it.
    package var address: String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    /// Written as a name, not as an address.
    package var hasName: Bool { GoIP.parse(address) == nil }

    /// `https://HOST:PORT`
    package var rootURL: String { "\(scheme.rawValue)://\(hostAndPort)" }

    /// Another address with this port.
    package func withPort(_ address: String) -> String {
        address.contains(":") ? "[\(address)]:\(effectivePort)" : "\(address):\(effectivePort)"
    }

    /// GDC's spelling: `/v2` stands only before a namespace.
    package var url: String { mirrorNamespace.map { "\(rootURL)/v2/\($0)" } ?? rootURL }

    /// `bmctl push images --private-registry` takes neither scheme nor `/v2`.
    package var pushTarget: String { mirrorNamespace.map { "\(hostAndPort)/\($0)" } ?? hostAndPort }

    /// The base that containerd puts before `/REPOSITORY/manifests/TAG`.
    package var apiBaseURL: String { mirrorNamespace.map { "\(rootURL)/v2/\($0)" } ?? "\(rootURL)/v2" }
}
