import GoData

/// Until when an entry's login is good, as far as it carries that itself.
package enum CredentialEnd: Equatable, Sendable {
    /// Seconds since 1970.
    case at(Int64)
    /// A user and a password that is no token.
    case password
    /// A token that does not say.
    case token
    /// A user name that registries give to short-lived tokens.
    case shortLived(user: String)
    /// There is no login.
    case nothing
}

extension DockerConfig {
    /// Nothing is asked and no signature is looked at: what a token says of itself.
    package func end(of hostAndPort: String) -> CredentialEnd {
        let entry = auths[hostAndPort]
        let tokens = ["identitytoken", "registrytoken"].compactMap { entry?[$0]?.string }.filter { !$0.isEmpty }
        var ends = tokens.compactMap(Self.end(ofToken:))
        var user: String?
        if case .found(_, let credential) = lookup(hostAndPort) {
            user = credential.username
            if let end = credential.revealPassword(Self.end(ofToken:)) { ends.append(end) }
        }
        if let first = ends.min() { return .at(first) }
        if !tokens.isEmpty { return .token }
        guard let user else { return .nothing }
        return Self.shortLivedUsers.contains(user) ? .shortLived(user: user) : .password
    }

    /// Whose passwords are access tokens: Google's registries (an hour), Amazon's (twelve), Azure's (three).
    private static let shortLivedUsers: Set<String> = [
        "oauth2accesstoken", "AWS", "00000000-0000-0000-0000-000000000000",
    ]

    /// `exp` of a JWT (RFC 7519), or `expiration` of the JSON in base64 that Amazon's registry gives for a password.
    private static func end(ofToken token: String) -> Int64? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, let payload = urlDecoded(String(parts[1])) {
            return JSONValue(parsing: payload)?["exp"].flatMap(seconds)
        }
        return Base64.decode(token).flatMap { JSONValue(parsing: $0)?["expiration"] }.flatMap(seconds)
    }

    /// base64 in the alphabet of URLs, without its `=`.
    private static func urlDecoded(_ text: String) -> [UInt8]? {
        let usual = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        return Base64.decode(usual + String(repeating: "=", count: (4 - usual.utf8.count % 4) % 4))
    }

    /// A NumericDate, which may have a fraction.
    private static func seconds(_ value: JSONValue) -> Int64? {
        guard case .number(let text) = value, let number = Double(text), number > 0, number < 1e13 else { return nil }
        return Int64(number)
    }
}
