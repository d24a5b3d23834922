import Containerd

/// Who failed, where it is not the registry: its token server, or a proxy on the way.
extension PullFault {
    /// What is said of the token server.
    static func tokenError(_ error: String) -> String? {
        for words in ["fetch anonymous token: ", "fetch oauth token: ", "fetch token: "] {
            if let range = error.firstRange(of: words) { return String(error[range.upperBound...]) }
        }
        return nil
    }

    /// `Head "https://HOST/…": Forbidden`: Go's transport shows the reason phrase of a refused CONNECT, and nothing else.
    static func isProxyAnswer(_ error: String) -> Bool {
        let parts = error.split(separator: ": ")
        guard parts.count > 1, let reason = parts.last else { return false }
        let words = parts[parts.count - 2].split(separator: " ")
        guard words.count > 1, let url = words.last else { return false }
        let verb = String(words[words.count - 2]).lowercased()
        guard ["head", "get", "post", "put", "patch"].contains(where: verb.hasSuffix) else { return false }
        guard url.drop(while: { $0 == "\\" || $0 == "\"" }).hasPrefix("https://") else { return false }
        let phrase = reason.lowercased()
        return HTTPStatus.isReason(phrase) || proxyReasons.contains(phrase)
    }

    /// What proxies say instead of the standard's words; the first four are tinyproxy's.
    private static let proxyReasons = [
        "filtered", "unable to connect", "access denied", "internal error", "unknown status code",
        "authenticationrequired", "notallowed", "cache access denied", "proxy authorization required", "blocked",
    ]

    /// The proxy's address, where the error names it: `proxyconnect tcp: dial tcp 10.1.1.1:3128: …`.
    static func proxyAddress(_ error: String) -> String? {
        let start = error.firstRange(of: "proxyconnect tcp: ") ?? error.firstRange(of: "socks connect tcp ")
        guard let start else { return nil }
        let rest = error[start.upperBound...]
        if error[start].hasPrefix("socks") { return rest.firstRange(of: "->").map { String(rest[..<$0.lowerBound]) } }
        if rest.hasPrefix("dial tcp: lookup ") {
            return String(rest.dropFirst(17).prefix { $0 != " " && $0 != ":" && $0 != "\"" })
        }
        guard rest.hasPrefix("dial tcp ") else { return nil }
        let address = String(rest.dropFirst(9).prefix { $0 != " " })
        return address.hasSuffix(":") ? String(address.dropLast()) : nil
    }
}
