/// containerd's two ideas of "this machine".
package enum Localhost {
    /// `docker.IsLocalhost` (resolver.go): a bracketed address without a port is not recognised.
    package static func isLocalhost(_ host: String) -> Bool {
        let name = GoText.splitHostPort(host)?.host ?? host
        return name == "localhost" || GoIP.isLoopback(name)
    }

    /// `docker.MatchLocalhost` (registry.go); the error text where it refuses the host.
    package static func matchLocalhost(_ host: String) throws(MatchError) -> Bool {
        if host == "localhost" || host.hasPrefix("localhost:") { return true }
        if let ip = GoIP.parse(host) { return ip.count == 16 && GoIP.isLoopback(host) }
        return GoIP.isLoopback(try literal(in: host))
    }

    package struct MatchError: Error, Equatable, Sendable {
        package let description: String
    }

    /// The address of `a`, `a:port`, `[a]` or `[a]:port`.
    private static func literal(in host: String) throws(MatchError) -> String {
        guard host.hasPrefix("[") else { return GoText.splitHostPort(host)?.host ?? host }
        guard let close = host.firstIndex(of: "]") else {
            throw MatchError(description: "address \(host): missing ']' in address")
        }
        let rest = host[host.index(after: close)...]
        guard rest != ":" else { throw MatchError(description: "invalid host name format") }
        return String(host[host.index(after: host.startIndex)..<close])
    }

    /// `net/http` and CRI agree: plain http for this machine, https for every other.
    package static func defaultScheme(_ host: String) -> String { isLocalhost(host) ? "http" : "https" }
}
