import GoData
import Secrets

/// A proxy as a variable, a cluster config or an option names it. Its password cannot print itself.
package struct ProxyAddress: Equatable, Sendable {
    package enum Scheme: String, Sendable, CaseIterable {
        case http, https, socks5
        /// Names are resolved by the proxy.
        case socks5h

        var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            case .socks5, .socks5h: 1080
            }
        }
    }

    package let scheme: Scheme
    /// A name or an address, without brackets.
    package let host: String
    package let port: Int
    package let username: String?
    package let password: Secret?

    /// As Go reads it: without a scheme it is `http`. `nil` for what no client can use.
    package init?(_ text: String) {
        let text = text.trimmingBlanks
        // Go would also take the `http` of a broken URL for a host, which helps nobody.
        guard let url = try? GoURL(text.contains("://") ? text : "http://" + text),
            let scheme = Scheme(rawValue: url.scheme)
        else { return nil }
        let place = Self.split(url.host)
        guard !place.host.isEmpty, let port = place.port.isEmpty ? scheme.defaultPort : Int(place.port),
            (1...65_535).contains(port),
            // What libcurl and a header line would take apart differently.
            place.host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/@?#\\\"".utf8.contains($0) })
        else { return nil }
        self.scheme = scheme
        host = place.host
        self.port = port
        let user = url.userinfo.map { $0.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) }
        func decoded(_ part: Substring?) -> String? { part.flatMap { try? GoEscape.decode(String($0), .userinfo) } }
        username = decoded(user?.first)
        password = (user?.count == 2 ? decoded(user?.last) : nil).map { Secret($0) }
    }

    /// `http://HOST:PORT`, without the login.
    package var text: String { "\(scheme.rawValue)://\(hostAndPort)" }

    package var hostAndPort: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    private static func split(_ host: String) -> (host: String, port: String) {
        if host.hasPrefix("["), let close = host.lastIndex(of: "]") {
            return (String(host[host.index(after: host.startIndex)..<close]), String(host[close...].dropFirst(2)))
        }
        guard let colon = host.lastIndex(of: ":") else { return (host, "") }
        return (String(host[..<colon]), String(host[host.index(after: colon)...]))
    }

    /// What was written, for showing: a login in it is hidden, whether it can be read or not.
    package static func masked(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        let start = text.range(ofText: "://").map { text.index($0, offsetBy: 3) } ?? text.startIndex
        guard start <= at else { return text }
        return text[..<start] + "…" + text[at...]
    }
}
