import GoData

/// containerd's two ideas of "this machine".
package enum Localhost {
    /// `docker.IsLocalhost` (resolver.go): a bracketed address without a port is not recognised.
    package static func isLocalhost(_ host: String) -> Bool {
        let name = GoText.splitHostPort(host)?.host ?? host
        return name == "localhost" || GoIP.isLoopback(name)
    }

    /// `docker.MatchLocalhost` (registry.go); the error text where it refuses the host.
    package static func matchLocalhost(_ host: String) throws(MatchError) -> Bool {
        if host == "::1" || host == "[::1]" { return true }
        let address: (host: String, port: String?)
        do throws(GoText.AddressFault) {
            let split = try GoText.splitAddress(host)
            address = (split.host, split.port)
        } catch {
            guard error == .missingPort else { throw MatchError(description: "address \(host): \(error.rawValue)") }
            address = (host, nil)
        }
        guard address.port != "" else { throw MatchError(description: "invalid host name format") }
        return address.host == "localhost" || GoIP.isLoopback(address.host)
    }

    package struct MatchError: Error, Equatable, Sendable {
        package let description: String
    }

    /// `net/http` and CRI agree: plain http for this machine, https for every other.
    package static func defaultScheme(_ host: String) -> String { isLocalhost(host) ? "http" : "https" }
}
